import type { Call, EndpointKey, ProblemDocument } from '@warder/api';
import { readClock } from './clock.ts';
import { csrfToken } from './csrf.ts';
import { ApiProblem, ConnectionLost, isProblem, StepUpDeclined } from './problem.ts';
import { type Sent, toRequest } from './request.ts';
import { askForProof } from './step-up.ts';

type Arguments<K extends EndpointKey> = Record<never, never> extends Sent<K> ? [sent?: Sent<K>] : [sent: Sent<K>];

/**
 * Calls an endpoint of the contract: `call('GET /v1/devices', { query })`. A call that needs a fresh proof asks for it, then goes on by itself (ACC-8).
 * @throws ApiProblem when the server refuses, ConnectionLost when no answer comes, StepUpDeclined when the holder would not confirm
 */
export async function call<K extends EndpointKey>(key: K, ...[sent]: Arguments<K>): Promise<Call<K>['response']> {
  try {
    return await send(key, sent);
  } catch (error) {
    if (!isProblem(error, 'step-up-required') || key === 'POST /v1/session/step-up') throw error;
    if (!(await askForProof(error.document.methods ?? []))) throw new StepUpDeclined();
    return send(key, sent);
  }
}

async function send<K extends EndpointKey>(key: K, sent: Sent<K> | undefined): Promise<Call<K>['response']> {
  const { path, init } = toRequest(key, sent ?? {}, csrfToken.current);
  const response = await fetch(path, init).catch((error: unknown) => {
    throw init.signal?.aborted ? error : new ConnectionLost(error);
  });
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204) return undefined as Call<K>['response'];
  return response.json().catch((error: unknown) => {
    throw init.signal?.aborted ? error : new ConnectionLost(error);
  }) as Promise<Call<K>['response']>;
}

/** A gateway in between answers in its own words; those say only that Warder was not reached. */
async function readProblem(response: Response): Promise<Error> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return new ConnectionLost(response.status);
  return response.json().then(
    (document: ProblemDocument) => new ApiProblem(document, readClock()),
    (error: unknown) => new ConnectionLost(error),
  );
}
