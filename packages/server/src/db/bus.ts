import { sql } from 'kysely';
import pg from 'pg';
import type { AccountId, SessionId } from '../kernel/ids.ts';
import type { Db } from './database.ts';

/** What nodes tell each other of an account, committed with the change that it tells of. */
export type BusMessage =
  | { topic: 'sessions-ended'; accountId: AccountId; sessionIds: readonly SessionId[]; reason: string }
  | { topic: 'devices-changed'; accountId: AccountId }
  | { topic: 'account-changed'; accountId: AccountId };

const channel = 'warder';
/** PostgreSQL refuses a payload of 8,000 bytes or more; an id takes about 34. */
const sessionIdsPerMessage = 200;
const reconnectDelayMs = 500;

function* inParts(message: BusMessage): Generator<BusMessage> {
  if (message.topic !== 'sessions-ended') {
    yield message;
    return;
  }
  for (let start = 0; start < message.sessionIds.length; start += sessionIdsPerMessage) {
    yield { ...message, sessionIds: message.sessionIds.slice(start, start + sessionIdsPerMessage) };
  }
}

/** Tells every node, when and only when the transaction commits. */
export async function publish(db: Db, message: BusMessage): Promise<void> {
  for (const part of inParts(message)) await sql`select pg_notify(${channel}, ${JSON.stringify(part)})`.execute(db);
}

export interface Bus {
  /** Hears every message from now on; answers how to stop. */
  subscribe(listener: (message: BusMessage) => void): () => void;
  /** Called whenever messages may have been missed: whoever shows state must read it again. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Listens on a connection of its own, and makes a new one when it breaks. */
export async function openBus(connection: pg.ClientConfig, onError: (error: Error) => void): Promise<Bus> {
  const listeners = new Set<(message: BusMessage) => void>();
  const gapListeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...connection, application_name: 'warder-bus', keepAlive: true });
    fresh.on('error', (error) => lose(fresh, error));
    fresh.on('end', () => lose(fresh, new Error('the notification connection ended')));
    fresh.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{}') as BusMessage;
      for (const listener of listeners) listener(message);
    });
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
  }

  function lose(lost: pg.Client, error: Error): void {
    if (closed || client !== lost) return;
    client = null;
    onError(error);
    for (const listener of gapListeners) listener();
    retry();
  }

  function retry(): void {
    timer = setTimeout(() => {
      connect().then(
        () => gapListeners.forEach((listener) => listener()),
        (error: Error) => {
          onError(error);
          if (!closed) retry();
        },
      );
    }, reconnectDelayMs);
  }

  await connect();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onGap(listener) {
      gapListeners.add(listener);
      return () => gapListeners.delete(listener);
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end();
    },
  };
}
