import type { Db, Tx } from '../db/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { AccountId, Random } from '../kernel/ids.ts';
import type { Keyring } from '../kernel/secrets.ts';
import { encodeSecret, findTotpStep, secretBytes } from './authenticator-app.ts';

const bindingLifetimeSeconds = 600;
const bindingAttempts = 10;

export async function findAuthenticatorApp(db: Db, accountId: AccountId): Promise<{ boundAt: Date; lastUsedAt: Date | null } | null> {
  const row = await db.selectFrom('authenticator_apps').select(['bound_at', 'last_used_at']).where('account_id', '=', accountId).executeTakeFirst();
  return row ? { boundAt: row.bound_at, lastUsedAt: row.last_used_at } : null;
}

/** Accepts a code once: an older or equal time step is refused, whoever else tries it at this moment (RFC 6238 §5.2). */
export async function consumeTotp(tx: Tx, keyring: Keyring, accountId: AccountId, code: string, now: Date): Promise<boolean> {
  const row = await tx.selectFrom('authenticator_apps').select('secret_sealed').where('account_id', '=', accountId).executeTakeFirst();
  const step = row && findTotpStep(keyring.open(row.secret_sealed, accountId), code, now);
  if (!step) return false;
  const used = await tx
    .updateTable('authenticator_apps')
    .set({ last_step: step, last_used_at: now })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Begins a binding, in place of an unfinished one; answers the secret in base32, to be shown once. */
export async function startBinding(
  tx: Tx,
  { keyring, random }: { keyring: Keyring; random: Random },
  accountId: AccountId,
  now: Date,
): Promise<{ secret: string; expiresAt: Date }> {
  const secret = encodeSecret(random(secretBytes));
  const expiresAt = addSeconds(now, bindingLifetimeSeconds);
  const values = { secret_sealed: keyring.seal(secret, accountId), attempts: 0, expires_at: expiresAt };
  await tx
    .insertInto('authenticator_app_bindings')
    .values({ account_id: accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute();
  return { secret, expiresAt };
}

/** Turns the begun binding into the account's authenticator app when the code proves it. Each try is counted before it is judged. */
export async function finishBinding(tx: Tx, keyring: Keyring, accountId: AccountId, code: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('authenticator_app_bindings')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('attempts', '<', bindingAttempts)
    .returning('secret_sealed')
    .executeTakeFirst();
  const step = row && findTotpStep(keyring.open(row.secret_sealed, accountId), code, now);
  if (!step) return false;
  await tx.deleteFrom('authenticator_app_bindings').where('account_id', '=', accountId).execute();
  await tx
    .insertInto('authenticator_apps')
    .values({ account_id: accountId, secret_sealed: row.secret_sealed, last_step: step, bound_at: now, last_used_at: now })
    .execute();
  return true;
}

export async function deleteAuthenticatorApp(tx: Tx, accountId: AccountId): Promise<boolean> {
  const gone = await tx.deleteFrom('authenticator_apps').where('account_id', '=', accountId).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
