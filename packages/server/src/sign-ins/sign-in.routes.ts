import type { FastifyRequest } from 'fastify';
import { findAccount } from '../accounts/index.ts';
import type { Passwords } from '../credentials/index.ts';
import { type DeviceRequest, listDevices, readEvidence } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import type { Cookies, Serve } from '../http/index.ts';
import { addMs, dayMs } from '../kernel/clock.ts';
import { problem } from '../kernel/problem.ts';
import { presentSession } from '../sessions/index.ts';
import { answerEmailCode, answerSecondFactor, resendSignInCode } from './answer-step.ts';
import { presentSignIn, readCursor, writeCursor } from './present-sign-in.ts';
import { presentStep } from './present-step.ts';
import { listSignIns } from './sign-in.queries.ts';
import { startSignIn } from './start-sign-in.ts';
import { stepUp } from './step-up.ts';

/** The parts of a request that tell of its device. */
export const deviceRequestOf = (request: FastifyRequest, cookies: Cookies): DeviceRequest => ({
  method: request.method,
  path: request.url.split('?', 1)[0] ?? '',
  headers: request.headers,
  ip: request.clientIp,
  deviceSecret: cookies.deviceSecret(request),
});

export function signInRoutes(serve: Serve, ground: Ground, cookies: Cookies, passwords: Passwords): void {
  const { db, clock, keyring, policy } = ground;

  serve('POST /v1/sign-in', async ({ body, request, reply }) => {
    const { email, password, delivery, fingerprint, timeZone } = body;
    const evidence = await readEvidence(ground, deviceRequestOf(request, cookies), { fingerprint, timeZone }, clock.now());
    return presentStep(reply, cookies, await startSignIn(ground, passwords, { email, password, evidence, delivery }), '');
  });

  serve('POST /v1/sign-in/second-factor', async ({ body: { flow, method, code }, reply }) =>
    presentStep(reply, cookies, await answerSecondFactor(ground, { token: flow, method, code }, clock.now()), flow),
  );

  serve('POST /v1/sign-in/email-code', async ({ body: { flow, code }, reply }) =>
    presentStep(reply, cookies, await answerEmailCode(ground, { token: flow, code }, clock.now()), flow),
  );

  serve('POST /v1/sign-in/resend', async ({ body: { flow }, reply }) => {
    const step = presentStep(reply, cookies, await resendSignInCode(ground, flow, clock.now()), flow);
    if (step.status !== 'email_code') throw problem('flow-ended');
    return { flow, expiresAt: step.expiresAt };
  });

  serve('POST /v1/session/step-up', async ({ caller, body, reply }) => {
    const { session, token } = await stepUp(ground, passwords, caller, body);
    if (session.delivery === 'cookie') cookies.setSession(reply, token);
    return { session: presentSession(session, session.id), accessToken: session.delivery === 'bearer' ? token : null };
  });

  serve('GET /v1/sign-ins', async ({ caller: { session }, query }) => {
    const account = await findAccount(db, keyring, session.accountId);
    if (!account) throw problem('not-signed-in');
    const { limit, outcome, country } = query;
    const since = addMs(clock.now(), -policy.retentionDays * dayMs);
    const rows = await listSignIns(db, account.id, { since, limit: limit + 1, after: readCursor(query.cursor), outcome, country });
    const page = rows.slice(0, limit);
    const devices = new Map((await listDevices(db, account.id)).map((device) => [device.id, device]));
    const last = page.at(-1);
    return {
      signIns: page.map((row) => presentSignIn(row, devices)),
      nextCursor: rows.length > limit && last ? writeCursor(last) : null,
      retentionDays: policy.retentionDays,
    };
  });
}
