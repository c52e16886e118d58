import { call } from './call.ts';

export const startPasswordReset = (email: string): Promise<{ flow: string; expiresAt: string }> =>
  call('POST /v1/password-reset', { body: { email } });

export const finishPasswordReset = (body: { flow: string; code: string; newPassword: string }): Promise<void> =>
  call('POST /v1/password-reset/complete', { body }).then(() => undefined);
