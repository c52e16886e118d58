import type { Locale } from '@warder/api';
import { browserHints } from '../device-key/browser-hints.ts';
import { proveDevice } from '../device-key/prove-device.ts';
import { call } from './call.ts';
import { forgetSession } from './session.ts';

interface Started {
  flow: string;
  expiresAt: string;
}

export const startSignUp = (body: { email: string; password: string; locale: Locale; timeZone: string }): Promise<Started> =>
  call('POST /v1/sign-up', { body });

export const resendSignUpCode = (flow: string): Promise<Started> => call('POST /v1/sign-up/resend', { body: { flow } });

/** Proves the address, which makes the account and signs in with this device as its first. */
export async function finishSignUp({ flow, code }: { flow: string; code: string }): Promise<void> {
  const [hints, headers] = await Promise.all([browserHints(), proveDevice('POST', '/v1/sign-up/verify')]);
  await call('POST /v1/sign-up/verify', { body: { flow, code, ...hints }, headers });
  forgetSession();
}
