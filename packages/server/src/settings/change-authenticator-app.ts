import { recordEvent, type SecurityEvent } from '../audit/index.ts';
import {
  deleteAuthenticatorApp,
  deleteRecoveryCodes,
  findAuthenticatorApp,
  finishBinding,
  provisioningUri,
  replaceRecoveryCodes,
  startBinding,
} from '../credentials/index.ts';
import { publish, type Tx } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import { problem } from '../kernel/problem.ts';
import { inSession, type SignedInCaller } from '../sessions/index.ts';

async function announce(tx: Tx, ground: Ground, { session, actor }: SignedInCaller, event: SecurityEvent, now: Date): Promise<void> {
  await recordEvent(tx, ground, session.accountId, event, actor, now);
  await publish(tx, { topic: 'account-changed', accountId: session.accountId });
}

/** Begins to bind an app; nothing counts until a code from it has proven it. @throws `already-enrolled` */
export function beginAuthenticatorApp(ground: Ground, caller: SignedInCaller): Promise<{ secret: string; uri: string; expiresAt: Date }> {
  return inSession(ground, caller, async (tx, account, now) => {
    if (await findAuthenticatorApp(tx, account.id)) throw problem('already-enrolled');
    const { secret, expiresAt } = await startBinding(tx, ground, account.id, now);
    return { secret, uri: provisioningUri(secret, account.email), expiresAt };
  });
}

/** Binds the app that the code comes from; answers ten recovery codes. Records: `credential-change`. @throws `wrong-code`, `already-enrolled` */
export async function confirmAuthenticatorApp(ground: Ground, caller: SignedInCaller, code: string): Promise<string[]> {
  const codes = await inSession(ground, caller, async (tx, account, now) => {
    if (await findAuthenticatorApp(tx, account.id)) throw problem('already-enrolled');
    if (!(await finishBinding(tx, ground.keyring, account.id, code, now))) return null;
    await announce(tx, ground, caller, { type: 'credential-change', credential: 'authenticator_app', change: 'bind' }, now);
    return replaceRecoveryCodes(tx, ground, account.id, now);
  });
  if (!codes) throw problem('wrong-code');
  return codes;
}

/** Removes the app and the recovery codes with it. Records: `credential-change`. @throws `not-enrolled` */
export async function removeAuthenticatorApp(ground: Ground, caller: SignedInCaller): Promise<void> {
  await inSession(ground, caller, async (tx, account, now) => {
    if (!(await deleteAuthenticatorApp(tx, account.id))) throw problem('not-enrolled');
    await deleteRecoveryCodes(tx, account.id);
    await announce(tx, ground, caller, { type: 'credential-change', credential: 'authenticator_app', change: 'remove' }, now);
  });
}

/** Ten new recovery codes; the old ones are void. Records: `credential-change`. @throws `not-enrolled` */
export function renewRecoveryCodes(ground: Ground, caller: SignedInCaller): Promise<string[]> {
  return inSession(ground, caller, async (tx, account, now) => {
    if (!(await findAuthenticatorApp(tx, account.id))) throw problem('not-enrolled');
    await announce(tx, ground, caller, { type: 'credential-change', credential: 'recovery_codes', change: 'update' }, now);
    return replaceRecoveryCodes(tx, ground, account.id, now);
  });
}
