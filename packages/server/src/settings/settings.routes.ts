import type { Passwords } from '../credentials/index.ts';
import type { Ground } from '../ground.ts';
import type { Serve } from '../http/index.ts';
import { beginAuthenticatorApp, confirmAuthenticatorApp, removeAuthenticatorApp, renewRecoveryCodes } from './change-authenticator-app.ts';
import { changePassword } from './change-password.ts';
import { changeAntiPhishingCode, changeSettings } from './change-settings.ts';

export function settingsRoutes(serve: Serve, ground: Ground, passwords: Passwords): void {
  serve('PATCH /v1/account', ({ caller, body }) => changeSettings(ground, caller, body));
  serve('PUT /v1/account/password', ({ caller, body }) => changePassword(ground, passwords, caller, body.newPassword));
  serve('PUT /v1/account/anti-phishing-code', ({ caller, body }) => changeAntiPhishingCode(ground, caller, body.code));

  serve('POST /v1/account/authenticator-app', async ({ caller }) => {
    const { secret, uri, expiresAt } = await beginAuthenticatorApp(ground, caller);
    return { secret, uri, expiresAt: expiresAt.toISOString() };
  });
  serve('POST /v1/account/authenticator-app/confirmation', async ({ caller, body }) => ({
    recoveryCodes: await confirmAuthenticatorApp(ground, caller, body.code),
  }));
  serve('DELETE /v1/account/authenticator-app', ({ caller }) => removeAuthenticatorApp(ground, caller));
  serve('POST /v1/account/recovery-codes', async ({ caller }) => ({ recoveryCodes: await renewRecoveryCodes(ground, caller) }));
}
