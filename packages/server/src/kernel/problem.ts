import { type ProblemCode, type ProblemDocument, problems } from '@warder/api';

type Extras = Pick<ProblemDocument, 'detail' | 'retryAfterSeconds' | 'methods' | 'errors' | 'reason'> & {
  /** For the log alone; never sent. */
  cause?: unknown;
};

/** A request that cannot be served, as its caller is told. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly extras: Extras;

  constructor(code: ProblemCode, extras: Extras = {}) {
    super(extras.detail ?? problems[code].title, { cause: extras.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = problems[code].status;
    this.extras = extras;
  }
}

/** Makes the error that the HTTP layer sends as RFC 9457 problem details: `throw problem('not-found')`. */
export const problem = (code: ProblemCode, extras?: Extras): Problem => new Problem(code, extras);

/** States what the code around it relies on. When it does not hold, the programmer erred: the request ends with an opaque 500, the process lives on. */
export function invariant(holds: unknown, message: string): asserts holds {
  if (!holds) throw new Error(`invariant broken: ${message}`);
}

/** The unreachable branch of an exhaustive `switch`. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
