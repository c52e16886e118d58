import type pg from 'pg';
import { type Cluster, connectWhenReady, type Postmaster } from './postmaster.ts';

/** Any number; the same in every Warder. */
const lockKey = 4_600_001;

/** The data directory is this Warder's alone. */
export interface DirectoryLock {
  /** Fulfilled when the server has ended by itself, or the directory went to another Warder: there is nothing left to work on. */
  lost: Promise<void>;
  /** Lets go, after the last deed under the lock (stopping the server, which ends the connection too). */
  release(lastDeed: () => Promise<void>): Promise<void>;
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lockKey]);
  return rows[0]?.locked === true;
}

/**
 * Takes the data directory for as long as this process lives, or answers null when another Warder has it. The database itself holds the
 * lock, for a connection; when the server recovers from a crash of its own and the connection breaks, the lock is taken again.
 */
export async function lockDirectory(first: pg.Client, postmaster: Postmaster, cluster: Cluster): Promise<DirectoryLock | null> {
  let client = first;
  let released = false;
  let lose = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });

  async function takeAgain(): Promise<void> {
    if (released) return;
    const next = await connectWhenReady(postmaster, cluster).catch(() => null);
    if (!next) return lose();
    client = next;
    if (released) return client.end();
    if (await tryLock(client).catch(() => false)) return watch();
    await client.end();
    lose();
  }
  const watch = () => void client.once('end', () => void takeAgain());

  if (!(await tryLock(client))) return null;
  watch();
  return {
    lost,
    async release(lastDeed) {
      released = true;
      await lastDeed();
      await client.end();
    },
  };
}
