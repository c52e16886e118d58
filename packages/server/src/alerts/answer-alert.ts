import { type Account, lockAccount } from '../accounts/index.ts';
import { type Actor, recordEvent } from '../audit/index.ts';
import { publish, type Tx } from '../db/index.ts';
import { confirmDevice, findDevice, removeDevice } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import type { DeviceId } from '../kernel/ids.ts';
import { unreachable } from '../kernel/problem.ts';
import { readToken } from '../kernel/secrets.ts';
import { endAllSessions, endSessionsOfDevice } from '../sessions/index.ts';
import { consumeAlertLink, findAlertLink, recordAlertResult } from './alert.queries.ts';
import type { AlertChoice, AlertLink } from './alert.ts';

/** What stands behind a link, with the account that it belongs to. Looking changes nothing: mail scanners fetch links. */
export interface FoundLink {
  account: Pick<Account, 'id' | 'locale' | 'timeZone'>;
  link: AlertLink;
}

/**
 * Does what was chosen on the page of an alert's link. Works once; of two that come at once, one acts and the other sees that it was used.
 * Needs no sign-in: it only tightens, or says "it was me" on the word of the account's mailbox.
 *
 * Records: `alert-answered`; `session-revoked`, `device-removed`, `trust-reset` or `device-confirmed`.
 */
export async function answerAlert(
  ground: Ground,
  token: string,
  choice: AlertChoice,
  from: Pick<Actor, 'client' | 'origin'>,
): Promise<{ found: FoundLink; acted: boolean } | null> {
  const { db, clock, keyring } = ground;
  const key = readToken(token);
  if (!key) return null;
  return db.transaction().execute(async (tx) => {
    const now = clock.now();
    const account = await lockAccount(tx, keyring, key.accountId);
    const before = account && (await findAlertLink(tx, key, now));
    if (!account || !before) return null;
    const deviceId = before.state === 'open' ? before.alert.deviceId : null;
    const offered = choice !== 'end_session' || deviceId !== null;
    if (before.state !== 'open' || !offered || !(await consumeAlertLink(tx, key, choice, now)))
      return { found: { account, link: before }, acted: false };

    const actor: Actor = { initiatingEntity: 'user', ...from };
    const endedSessions = await act(tx, ground, account, choice, deviceId, actor, now);
    await recordAlertResult(tx, key, endedSessions);
    await recordEvent(tx, ground, account.id, { type: 'alert-answered', choice }, actor, now);
    const after = await findAlertLink(tx, key, now);
    return { found: { account, link: after ?? before }, acted: true };
  });
}

async function act(
  tx: Tx,
  ground: Ground,
  { id: accountId }: Account,
  choice: AlertChoice,
  deviceId: DeviceId | null,
  actor: Actor,
  now: Date,
): Promise<number> {
  const ending = { accountId, reason: 'reported_by_holder', actor, now } as const;
  switch (choice) {
    case 'it_was_me':
      if (deviceId && (await findDevice(tx, accountId, deviceId)) && (await confirmDevice(tx, accountId, deviceId, now))) {
        await recordEvent(tx, ground, accountId, { type: 'device-confirmed', deviceId }, actor, now);
        await publish(tx, { topic: 'devices-changed', accountId });
      }
      return 0;
    case 'end_session':
      if (deviceId && (await removeDevice(tx, accountId, deviceId, now))) {
        await recordEvent(tx, ground, accountId, { type: 'device-removed', deviceId }, actor, now);
        await publish(tx, { topic: 'devices-changed', accountId });
      }
      return deviceId ? (await endSessionsOfDevice(tx, ground, ending, deviceId)).length : 0;
    case 'log_out_everywhere':
      return (await endAllSessions(tx, ground, ending, { except: null, forgetDevices: true })).length;
    default:
      return unreachable(choice);
  }
}
