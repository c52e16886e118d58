import type { SignInStep } from '@warder/api';
import type { FastifyReply } from 'fastify';
import type { Cookies } from '../http/index.ts';
import { problem, unreachable } from '../kernel/problem.ts';
import type { AnswerOutcome } from './answer-step.ts';
import type { SignedIn } from './complete-sign-in.ts';
import type { StartOutcome } from './start-sign-in.ts';

/** Hands the new session over: to a browser as a cookie alone, to any other client as a bearer token alone. */
export function presentSignedIn(reply: FastifyReply, cookies: Cookies, signedIn: SignedIn): Extract<SignInStep, { status: 'signed_in' }> {
  const { sessionId, deviceId, newDevice, token, deviceCookie, delivery } = signedIn;
  if (delivery === 'cookie') cookies.setSession(reply, token);
  if (deviceCookie) cookies.setDevice(reply, deviceCookie);
  return { status: 'signed_in', sessionId, deviceId, newDevice, accessToken: delivery === 'bearer' ? token : null };
}

/**
 * Where a sign-in stands, as its browser is told. An account that may not be entered answers as a wrong password does: nobody learns more here.
 * @throws `wrong-credentials`, `wrong-code`, `flow-ended`, `too-many-attempts`
 */
export function presentStep(reply: FastifyReply, cookies: Cookies, outcome: StartOutcome | AnswerOutcome, flow: string): SignInStep {
  switch (outcome.kind) {
    case 'signed_in':
      return presentSignedIn(reply, cookies, outcome.signedIn);
    case 'second_factor':
      return { status: 'second_factor', flow: outcome.flow ?? flow, methods: outcome.methods, expiresAt: outcome.expiresAt.toISOString() };
    case 'email_code':
      return { status: 'email_code', flow: outcome.flow ?? flow, emailHint: outcome.emailHint, expiresAt: outcome.expiresAt.toISOString() };
    case 'wrong_credentials':
    case 'refused':
      throw problem('wrong-credentials');
    case 'wrong_code':
      throw problem('wrong-code');
    case 'flow_ended':
      throw problem('flow-ended');
    case 'throttled':
      throw problem('too-many-attempts', { retryAfterSeconds: outcome.retryAfterSeconds });
    default:
      return unreachable(outcome);
  }
}
