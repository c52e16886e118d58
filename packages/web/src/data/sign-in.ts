import type { SignInStep } from '@warder/api';
import { browserHints } from '../device-key/browser-hints.ts';
import { proveDevice } from '../device-key/prove-device.ts';
import { call } from './call.ts';
import { forgetSession } from './session.ts';

/** A step that asks for more; null when the sign-in is done. */
export type OpenStep = Exclude<SignInStep, { status: 'signed_in' }>;

function settle(step: SignInStep): OpenStep | null {
  if (step.status !== 'signed_in') return step;
  forgetSession();
  return null;
}

/** Shows the password, with what this browser can prove of its device. */
export async function startSignIn({ email, password }: { email: string; password: string }): Promise<OpenStep | null> {
  const [hints, headers] = await Promise.all([browserHints(), proveDevice('POST', '/v1/sign-in')]);
  return settle(await call('POST /v1/sign-in', { body: { email, password, ...hints }, headers }));
}

export const showSecondFactor = async (body: { flow: string; method: 'totp' | 'recovery_code'; code: string }): Promise<OpenStep | null> =>
  settle(await call('POST /v1/sign-in/second-factor', { body }));

export const showEmailCode = async (body: { flow: string; code: string }): Promise<OpenStep | null> =>
  settle(await call('POST /v1/sign-in/email-code', { body }));

export const resendSignInCode = (flow: string): Promise<{ flow: string; expiresAt: string }> => call('POST /v1/sign-in/resend', { body: { flow } });
