import type { Db, Tx } from '../db/index.ts';
import { type AccountId, base32, type Random } from '../kernel/ids.ts';
import type { Keyring } from '../kernel/secrets.ts';

/** 80 random bits each; at least 64 are asked for (NIST SP 800-63B-4 §4.2.1.1). */
const codeBytes = 10;
const codeCount = 10;

const purpose = (accountId: AccountId) => `recovery-code:${accountId}`;
const canonical = (code: string) => code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
const written = (code: string) => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** Replaces the account's recovery codes; answers the ten new ones, which are never readable again. */
export async function replaceRecoveryCodes(
  tx: Tx,
  { keyring, random }: { keyring: Keyring; random: Random },
  accountId: AccountId,
  now: Date,
): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, () => base32(random(codeBytes)));
  await deleteRecoveryCodes(tx, accountId);
  const rows = codes.map((code) => ({ account_id: accountId, code_mac: keyring.mac(purpose(accountId), code), created_at: now, used_at: null }));
  await tx.insertInto('recovery_codes').values(rows).execute();
  return codes.map(written);
}

/** Accepts a code once, also among many who try it at this moment. */
export async function consumeRecoveryCode(tx: Tx, keyring: Keyring, accountId: AccountId, code: string, now: Date): Promise<boolean> {
  const text = canonical(code);
  const unused = await tx.selectFrom('recovery_codes').select('code_mac').where('account_id', '=', accountId).where('used_at', 'is', null).execute();
  const match = unused.find((row) => keyring.verifyMac(purpose(accountId), text, row.code_mac));
  if (!match) return false;
  const used = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_mac', '=', match.code_mac)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function countRecoveryCodes(db: Db, accountId: AccountId): Promise<number> {
  const row = await db
    .selectFrom('recovery_codes')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.left;
}

export async function deleteRecoveryCodes(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
}
