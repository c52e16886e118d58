import type { Tx } from '../db/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { AccountId, Random } from '../kernel/ids.ts';
import type { Keyring } from '../kernel/secrets.ts';

export const emailCodeLifetimeSeconds = 600;
const digits = 6;
const maxAttempts = 5;

const purpose = (flowHash: Buffer) => `email-code:${flowHash.toString('hex')}`;

/** Uniform over all codes: the bias of 48 random bits modulo a million is below one in a hundred million. */
const newCode = (random: Random): string => String(random(6).readUIntBE(0, 6) % 10 ** digits).padStart(digits, '0');

/** Makes the code of a flow, in place of an older one; answers it for the mail. Only its keyed hash is kept. */
export async function issueEmailCode(
  tx: Tx,
  { keyring, random }: { keyring: Keyring; random: Random },
  flow: { hash: Buffer; accountId: AccountId },
  now: Date,
): Promise<string> {
  const code = newCode(random);
  const values = {
    account_id: flow.accountId,
    code_mac: keyring.mac(purpose(flow.hash), code),
    attempts: 0,
    created_at: now,
    expires_at: addSeconds(now, emailCodeLifetimeSeconds),
    used_at: null,
  };
  await tx
    .insertInto('email_codes')
    .values({ flow_hash: flow.hash, ...values })
    .onConflict((conflict) => conflict.column('flow_hash').doUpdateSet(values))
    .execute();
  return code;
}

/**
 * Accepts the flow's code once. The attempt is counted before it is judged, so that no number of parallel tries exceeds five a code;
 * it is used up by the transaction that it lets succeed, and by nothing less.
 */
export async function consumeEmailCode(tx: Tx, keyring: Keyring, flowHash: Buffer, code: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('email_codes')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('flow_hash', '=', flowHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('attempts', '<', maxAttempts)
    .returning('code_mac')
    .executeTakeFirst();
  if (!row || !keyring.verifyMac(purpose(flowHash), code.replaceAll(/\s/g, ''), row.code_mac)) return false;
  await tx.updateTable('email_codes').set({ used_at: now }).where('flow_hash', '=', flowHash).execute();
  return true;
}

export async function deleteExpiredEmailCodes(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('email_codes').where('expires_at', '<', before).execute();
}
