import type { Account as AccountAnswer, DeviceDetail } from '@warder/api';
import { type Account, findAccount, setReviewed } from '../accounts/index.ts';
import { recordEvent } from '../audit/index.ts';
import { presentAccount } from '../credentials/index.ts';
import { publish } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import type { Serve } from '../http/index.ts';
import { addMs, dayMs } from '../kernel/clock.ts';
import type { DeviceId } from '../kernel/ids.ts';
import { problem } from '../kernel/problem.ts';
import { inSession, presentSession, type SignedInCaller } from '../sessions/index.ts';
import { listSignIns, presentSignIn } from '../sign-ins/index.ts';
import { assessDevice, assessDevices, readSituation } from './assess-devices.ts';
import { confirmOther, forceOffline, nameDevice } from './change-device.ts';
import { facetsOf, filterDevices } from './filter-devices.ts';

const signInsOfDevice = 50;

export function reviewRoutes(serve: Serve, ground: Ground): void {
  const { db, clock, keyring, origins, policy } = ground;

  async function accountOf({ session }: SignedInCaller): Promise<Account> {
    const account = await findAccount(db, keyring, session.accountId);
    if (!account) throw problem('not-signed-in');
    return account;
  }

  async function detailOf(caller: SignedInCaller, deviceId: DeviceId): Promise<DeviceDetail> {
    const { session } = caller;
    const situation = await readSituation(db, await accountOf(caller), session.deviceId, clock.now());
    const device = situation.devices.find(({ id }) => id === deviceId);
    if (!device) throw problem('not-found');
    const since = addMs(situation.now, -policy.retentionDays * dayMs);
    const signIns = await listSignIns(db, session.accountId, { since, limit: signInsOfDevice, deviceId });
    return {
      device: assessDevice(device, situation),
      sessions: situation.liveSessions.filter((live) => live.deviceId === deviceId).map((live) => presentSession(live, session.id)),
      signIns: signIns.map((signIn) => presentSignIn(signIn, new Map([[device.id, device]]))),
    };
  }

  serve('GET /v1/devices', async ({ caller, query }) => {
    const situation = await readSituation(db, await accountOf(caller), caller.session.deviceId, clock.now());
    const devices = assessDevices(situation);
    return {
      devices: filterDevices(devices, query),
      total: devices.length,
      facets: facetsOf(devices),
      needAttention: devices.filter(({ needsAttention }) => needsAttention).length,
      reviewedAt: situation.account.reviewedAt?.toISOString() ?? null,
      attributions: [...origins.attributions],
    };
  });

  serve('GET /v1/devices/:deviceId', ({ caller, params }) => detailOf(caller, params.deviceId as DeviceId));

  serve('PATCH /v1/devices/:deviceId', async ({ caller, params, body }) => {
    await nameDevice(ground, caller, params.deviceId as DeviceId, body.name);
    return detailOf(caller, params.deviceId as DeviceId);
  });

  serve('DELETE /v1/devices/:deviceId', ({ caller, params }) => forceOffline(ground, caller, params.deviceId as DeviceId));
  serve('POST /v1/devices/:deviceId/confirmation', ({ caller, params }) => confirmOther(ground, caller, params.deviceId as DeviceId));

  serve(
    'POST /v1/account/review',
    ({ caller }): Promise<AccountAnswer> =>
      inSession(ground, caller, async (tx, account, now) => {
        await setReviewed(tx, account.id, now);
        await recordEvent(tx, ground, account.id, { type: 'devices-reviewed' }, caller.actor, now);
        await publish(tx, { topic: 'account-changed', accountId: account.id });
        return presentAccount(tx, { ...account, reviewedAt: now });
      }),
  );
}
