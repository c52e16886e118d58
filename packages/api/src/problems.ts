/**
 * Every problem that Warder's HTTP API can answer with, by its stable code.
 *
 * A code never changes its meaning; clients branch on `code` (or on `type`, which ends in it), never on `title` or `detail`.
 * Each code has a page in docs/problems/ that says what to do.
 * @see RFC 9457, Problem Details for HTTP APIs
 */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'malformed-request': { status: 400, title: 'The request could not be read' },
  'password-too-short': { status: 422, title: 'The password is too short' },
  'password-too-long': { status: 422, title: 'The password is too long' },
  'password-too-common': { status: 422, title: 'The password is one of the most used ones' },
  'password-breached': { status: 422, title: 'The password is known from a data breach' },
  'password-unchanged': { status: 422, title: 'The new password equals the present one' },
  'not-signed-in': { status: 401, title: 'You are not signed in' },
  'session-ended': { status: 401, title: 'This session has ended' },
  'wrong-credentials': { status: 401, title: 'The e-mail address or the password is wrong' },
  'wrong-code': { status: 422, title: 'The code is wrong, used or out of date' },
  'flow-ended': { status: 410, title: 'This attempt has ended' },
  'step-up-required': { status: 401, title: 'Confirm that it is you' },
  'csrf-token-invalid': { status: 403, title: 'The request did not come from a Warder page' },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  'invalid-client': { status: 401, title: 'The client is unknown or its secret is wrong' },
  'device-proof-invalid': { status: 400, title: 'The proof of the device key is not valid' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'cannot-confirm-this-device': { status: 409, title: 'A device cannot vouch for itself' },
  'already-enrolled': { status: 409, title: 'An authenticator app is already bound' },
  'not-enrolled': { status: 409, title: 'No authenticator app is bound' },
  'payload-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  'too-many-streams': { status: 429, title: 'Too many open pages' },
  overloaded: { status: 503, title: 'Warder is busy' },
  unavailable: { status: 503, title: 'Warder cannot reach its database' },
  'internal-error': { status: 500, title: 'Something went wrong' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** The body of every answer that is not a success, sent as `application/problem+json`. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  /** Whole seconds to wait before the same request can succeed; also sent as `Retry-After`. */
  retryAfterSeconds?: number;
  /** With `step-up-required`: which proofs would do. */
  methods?: readonly string[];
  /** With `invalid-request`: one entry a field, each with an RFC 6901 JSON pointer. */
  errors?: readonly { pointer: string; detail: string }[];
  /** With `session-ended`: why. */
  reason?: string;
  /** Names this request in the logs. */
  requestId?: string;
}
