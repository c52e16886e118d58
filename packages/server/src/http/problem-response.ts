import { type ProblemDocument, problems } from '@warder/api';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, Problem as ProblemError, problem } from '../kernel/problem.ts';

const databaseAway = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
]);
const databaseAwayMessage = /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
const retryAfterSeconds = 2;

const isDatabaseAway = ({ code, message }: { code?: string; message?: string }): boolean =>
  databaseAway.has(code ?? '') || databaseAwayMessage.test(message ?? '');

/** Fastify's own refusals, in the catalogue's words. */
const byFastifyCode: Record<string, Problem['code']> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
};

function problemOf(error: FastifyError): Problem {
  if (error instanceof ProblemError) return error;
  if (error.validation) {
    const where = error.validationContext === 'body' ? '' : `/${error.validationContext}`;
    const errors = error.validation
      .slice(0, 20)
      .map(({ instancePath, message }) => ({ pointer: where + (instancePath === '/' ? '' : instancePath), detail: message ?? 'is not valid' }));
    return problem('invalid-request', { detail: errors.map(({ pointer, detail }) => `${pointer || 'The body'}: ${detail}`).join('; '), errors });
  }
  const known = byFastifyCode[error.code];
  if (known) return problem(known);
  if (isDatabaseAway(error)) return problem('unavailable', { retryAfterSeconds, cause: error });
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return problem('malformed-request', { detail: error.message, cause: error });
  return problem('internal-error', { cause: error });
}

/** The body that a caller is sent: the catalogue's words and nothing of the cause. */
export const toDocument = ({ code, status, extras: { cause: _, ...extras } }: Problem, publicUrl: string, requestId: string): ProblemDocument => ({
  type: `${publicUrl}/problems/${code}`,
  title: problems[code].title,
  status,
  code,
  ...extras,
  requestId,
});

/** Answers any error as RFC 9457 problem details. What the caller is not told goes to the log, under the same request id. */
export const problemHandler =
  (publicUrl: string) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const found = problemOf(error);
    if (found.status >= 500) request.log.error({ err: found.extras.cause ?? error }, found.code);
    if (found.extras.retryAfterSeconds) reply.header('retry-after', found.extras.retryAfterSeconds);
    if (found.code === 'step-up-required') reply.header('www-authenticate', 'Bearer error="insufficient_user_authentication", max_age="300"');
    else if (found.code === 'invalid-client') reply.header('www-authenticate', 'Basic realm="warder"');
    else if (found.status === 401 && found.code !== 'wrong-credentials') reply.header('www-authenticate', 'Bearer error="invalid_token"');
    return reply
      .code(found.status)
      .type('application/problem+json')
      .send(toDocument(found, publicUrl, request.id));
  };
