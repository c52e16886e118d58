import type { Passwords } from '../credentials/index.ts';
import { describeClient } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import type { Serve } from '../http/index.ts';
import { finishPasswordReset } from './finish-password-reset.ts';
import { startPasswordReset } from './start-password-reset.ts';

export function recoveryRoutes(serve: Serve, ground: Ground, passwords: Passwords): void {
  const { origins } = ground;

  serve('POST /v1/password-reset', async ({ body: { email }, request }) => {
    const from = { client: describeClient(request.headers), origin: origins.describe(request.clientIp) };
    const { flow, expiresAt } = await startPasswordReset(ground, { email, ...from });
    return { flow, expiresAt: expiresAt.toISOString() };
  });

  serve('POST /v1/password-reset/complete', async ({ body: { flow, code, newPassword }, request }) => {
    const from = { client: describeClient(request.headers), origin: origins.describe(request.clientIp) };
    await finishPasswordReset(ground, passwords, { flow, code, newPassword, ...from });
  });
}
