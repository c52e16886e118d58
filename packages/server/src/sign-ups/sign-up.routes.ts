import type { Passwords } from '../credentials/index.ts';
import { readEvidence } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import type { Cookies, Serve } from '../http/index.ts';
import { deviceRequestOf, presentSignedIn } from '../sign-ins/index.ts';
import { finishSignUp } from './finish-sign-up.ts';
import { type FlowStarted, resendSignUpCode, startSignUp } from './start-sign-up.ts';

const presentFlow = ({ flow, expiresAt }: FlowStarted) => ({ flow, expiresAt: expiresAt.toISOString() });

export function signUpRoutes(serve: Serve, ground: Ground, cookies: Cookies, passwords: Passwords): void {
  serve('POST /v1/sign-up', async ({ body, request }) => presentFlow(await startSignUp(ground, passwords, { ...body, ip: request.clientIp })));

  serve('POST /v1/sign-up/resend', async ({ body }) => presentFlow(await resendSignUpCode(ground, body.flow)));

  serve('POST /v1/sign-up/verify', async ({ body: { flow, code, fingerprint, timeZone, delivery }, request, reply }) => {
    const evidence = await readEvidence(ground, deviceRequestOf(request, cookies), { fingerprint, timeZone }, ground.clock.now());
    return presentSignedIn(reply, cookies, await finishSignUp(ground, { flow, code, evidence, delivery }));
  });
}
