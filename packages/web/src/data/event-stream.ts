import { backOff } from './back-off.ts';
import { type LiveEvent, readAgain, readAllAgain } from './live.ts';
import { isProblem } from './problem.ts';
import { readSession } from './session.ts';
import { announceSessionEnd } from './session-end.ts';

type Told = { event: LiveEvent | 'hello-again' } | { event: 'session-ended'; reason: string | null };

function act(told: Told): void {
  if (told.event === 'session-ended') announceSessionEnd(told.reason);
  else if (told.event === 'hello-again') readAllAgain();
  else readAgain(told.event);
}

/**
 * Keeps the page in touch with the server until `signal` aborts: changes are read again, the end of the session shows at once.
 * Of all the browser's pages of one session a single one holds the connection and tells the others, since HTTP/1.1 has six for all of them together.
 */
export function followEvents(sessionId: string, signal: AbortSignal): void {
  if (signal.aborted) return;
  const name = `warder-events-${sessionId}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Told>) => act(data);
  signal.addEventListener('abort', () => channel.close(), { once: true });
  const tell = (told: Told) => {
    if (signal.aborted) return;
    act(told);
    channel.postMessage(told);
  };
  if (!('locks' in navigator)) return void holdStream(tell, signal);
  navigator.locks
    .request(name, { signal }, () => holdStream(tell, signal))
    .catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
}

/** Holds the stream open, coming back with growing pauses; settles when `signal` aborts or the session has ended. */
async function holdStream(tell: (told: Told) => void, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let greeted = false;
  while (!signal.aborted) {
    const end = await readStream(signal, {
      onHello() {
        failures = 0;
        if (greeted) tell({ event: 'hello-again' });
        greeted = true;
      },
      onChange: (event) => tell({ event }),
    });
    if (end.kind === 'session-ended') return tell({ event: 'session-ended', reason: end.reason });
    if (signal.aborted) return;
    await pause(backOff(failures, Math.random()), signal);
    failures += 1;
    const ended = await askForEnd(signal);
    if (ended) return tell({ event: 'session-ended', reason: ended.reason });
  }
}

type StreamEnd = { kind: 'session-ended'; reason: string | null } | { kind: 'lost' };

function readStream(signal: AbortSignal, on: { onHello(): void; onChange(event: LiveEvent): void }): Promise<StreamEnd> {
  return new Promise((resolve) => {
    const source = new EventSource('/v1/events');
    const finish = (end: StreamEnd) => {
      source.close();
      signal.removeEventListener('abort', abort);
      resolve(end);
    };
    const abort = () => finish({ kind: 'lost' });
    signal.addEventListener('abort', abort);
    source.onerror = abort;
    source.addEventListener('hello', on.onHello);
    source.addEventListener('devices-changed', () => on.onChange('devices-changed'));
    source.addEventListener('account-changed', () => on.onChange('account-changed'));
    source.addEventListener('session-ended', ({ data }: MessageEvent<string>) => finish({ kind: 'session-ended', reason: reasonIn(data) }));
  });
}

function reasonIn(data: string): string | null {
  const { reason } = JSON.parse(data) as { reason?: unknown };
  return typeof reason === 'string' ? reason : null;
}

/** A stream that was refused does not say why; asking for the session does. */
async function askForEnd(signal: AbortSignal): Promise<{ reason: string | null } | null> {
  try {
    await readSession(signal);
    return null;
  } catch (error) {
    if (isProblem(error, 'session-ended')) return { reason: error.document.reason ?? null };
    return isProblem(error, 'not-signed-in') ? { reason: null } : null;
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', finish);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    globalThis.addEventListener('online', finish);
    signal.addEventListener('abort', finish);
  });
