import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findAccount } from '../accounts/index.ts';
import { type Bus, type BusMessage, publish } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import { type EventStream, openEventStream } from '../http/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { AccountId, SessionId } from '../kernel/ids.ts';
import { problem } from '../kernel/problem.ts';
import { findSession, recordPresence } from './session.queries.ts';
import { onlineSeconds, sessionState } from './session.ts';
import type { SignedInCaller } from './session-guard.ts';

const maxStreamsPerSession = 12;
const maxStreamsPerAccount = 100;
const recheckMs = 30_000;

interface OpenStream {
  accountId: AccountId;
  sessionId: SessionId;
  stream: EventStream;
}

/**
 * The streams by which open pages learn that they must read again, and that their session has ended. A revocation cuts the streams of its
 * sessions at once; should that message be lost, the re-check ends them within half a minute. After a gap in the messages every stream
 * is closed, so that its page comes back and reads what it may have missed.
 */
export function eventRoutes(app: FastifyInstance, ground: Ground, bus: Bus, letIn: (request: FastifyRequest) => Promise<SignedInCaller>): void {
  const { db, clock, keyring, log } = ground;
  const open = new Set<OpenStream>();
  const report = (error: unknown) => log.warn({ err: error }, 'presence could not be recorded');

  const end = (entry: OpenStream, reason: string) => {
    entry.stream.send('session-ended', { reason });
    entry.stream.close();
  };

  function tell(message: BusMessage): void {
    for (const entry of [...open]) {
      if (entry.accountId !== message.accountId) continue;
      if (message.topic !== 'sessions-ended') entry.stream.send(message.topic, {});
      else if (message.sessionIds.includes(entry.sessionId)) end(entry, message.reason);
    }
  }

  async function recheck(entry: OpenStream): Promise<void> {
    const account = await findAccount(db, keyring, entry.accountId);
    const session = account && (await findSession(db, entry.accountId, entry.sessionId));
    const now = clock.now();
    const state = session && sessionState(session, account, now);
    if (!state?.live) return end(entry, state?.reason ?? 'operator');
    await recordPresence(db, entry.accountId, entry.sessionId, now);
  }

  /** The last page of a session to close takes it offline at once. */
  async function leave(entry: OpenStream): Promise<void> {
    open.delete(entry);
    if ([...open].some(({ sessionId }) => sessionId === entry.sessionId)) return;
    await recordPresence(db, entry.accountId, entry.sessionId, addSeconds(clock.now(), -onlineSeconds));
    await publish(db, { topic: 'devices-changed', accountId: entry.accountId });
  }

  bus.subscribe(tell);
  bus.onGap(() => {
    for (const entry of [...open]) entry.stream.close();
  });
  const timer = setInterval(() => {
    for (const entry of [...open]) recheck(entry).catch(report);
  }, recheckMs);
  app.addHook('preClose', async () => {
    clearInterval(timer);
    for (const entry of [...open]) entry.stream.close();
  });

  app.get(
    '/v1/events',
    { schema: { summary: 'Server-sent events: what to read again, and the end of this session', tags: ['events'] } },
    async (request, reply) => {
      const { session } = await letIn(request);
      const { accountId, id: sessionId } = session;
      const ofAccount = [...open].filter((entry) => entry.accountId === accountId);
      if (ofAccount.length >= maxStreamsPerAccount || ofAccount.filter((entry) => entry.sessionId === sessionId).length >= maxStreamsPerSession) {
        throw problem('too-many-streams');
      }
      const entry: OpenStream = { accountId, sessionId, stream: openEventStream(request, reply, () => void leave(entry).catch(report)) };
      open.add(entry);
      entry.stream.send('hello', {});
      // A revocation that committed between the check and this line had nobody to tell: ask once more now that messages are heard.
      await recheck(entry);
      if (!ofAccount.some((other) => other.sessionId === sessionId)) await publish(db, { topic: 'devices-changed', accountId });
    },
  );
}
