import type { SignInRecord } from '@warder/api';
import type { Device } from '../devices/index.ts';
import type { DeviceId, SignInId } from '../kernel/ids.ts';
import { problem } from '../kernel/problem.ts';
import type { SignIn } from './sign-in.ts';

/** A sign-in as its holder is shown it; a device that was removed has no name any more. */
export const presentSignIn = (signIn: SignIn, devices: ReadonlyMap<DeviceId, Device>): SignInRecord => ({
  id: signIn.id,
  at: signIn.at.toISOString(),
  outcome: signIn.outcome,
  agent: signIn.agent,
  deviceId: signIn.deviceId,
  deviceName: (signIn.deviceId && devices.get(signIn.deviceId)?.name) ?? null,
  client: signIn.client,
  origin: signIn.origin,
  methods: [...signIn.methods],
  aal: signIn.aal,
});

interface Cursor {
  at: string;
  id: SignInId;
}

export const writeCursor = ({ position, id }: { position: string; id: SignInId }): string => Buffer.from(`${position} ${id}`).toString('base64url');

const written = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z) (sin_[0-9a-z]{26})$/;

/** @throws `invalid-request` for text that {@link writeCursor} never wrote */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [, at, id] = written.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) {
    throw problem('invalid-request', { errors: [{ pointer: '/querystring/cursor', detail: 'is not a cursor; start again without one' }] });
  }
  return { at, id: id as SignInId };
}
