import type { ProblemCode, ProblemDocument } from '@warder/api';

/** A request that the server refused, with its problem document (RFC 9457). Branch on `code`, never on words. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument;
  /** When the same request can succeed, for a problem that only time heals. */
  readonly retryAt: Date | null;

  constructor(document: ProblemDocument, now: Date) {
    super(document.title);
    this.name = 'ApiProblem';
    this.document = document;
    const { retryAfterSeconds } = document;
    this.retryAt = retryAfterSeconds === undefined ? null : new Date(now.getTime() + retryAfterSeconds * 1_000);
  }

  get code(): ProblemCode {
    return this.document.code;
  }
}

/** No answer came: there is no network, or the server is not there. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('No answer', { cause });
    this.name = 'ConnectionLost';
  }
}

/** The holder closed "Confirm it's you": nothing was done, and nothing is wrong. */
export class StepUpDeclined extends Error {
  constructor() {
    super('Declined');
    this.name = 'StepUpDeclined';
  }
}

/** True for a problem of that code. */
export const isProblem = (error: unknown, ...codes: ProblemCode[]): error is ApiProblem => error instanceof ApiProblem && codes.includes(error.code);

/** True where the same request may succeed in a moment: a lost connection, a busy server. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ConnectionLost || (error instanceof ApiProblem && error.document.status >= 500);

/** True when the server found fault with that member of the body (`pointer` is an RFC 6901 JSON pointer, such as `/email`). */
export const faults = (error: unknown, pointer: string): boolean =>
  isProblem(error, 'invalid-request') && (error.document.errors ?? []).some((entry) => entry.pointer === pointer);
