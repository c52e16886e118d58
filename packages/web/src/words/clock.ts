import { useQuery } from '@tanstack/react-query';
import type { Clock } from '@warder/words';
import { useSyncExternalStore } from 'react';
import { readClock } from '../data/clock.ts';
import { sessionQuery } from '../data/session.ts';
import { useWords } from './words.ts';

/** The zone that this browser's system is set to. */
export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** In which language and zone times are said: the account's once somebody is signed in, the browser's before. */
export function useClock(): Clock {
  const { locale } = useWords();
  const session = useQuery({ ...sessionQuery, enabled: false });
  return { locale, timeZone: session.data?.account.timeZone ?? browserTimeZone() };
}

const ticks = new Map<number, { subscribe(listener: () => void): () => void; read(): Date }>();

function createTick(everyMs: number) {
  let now = readClock();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = readClock();
    for (const listener of listeners) listener();
  };
  return {
    read: () => now,
    subscribe(listener: () => void) {
      if (listeners.size === 0) {
        now = readClock();
        timer = setInterval(tick, everyMs);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
  };
}

/** The time now, renewed every so many milliseconds while it shows, so that "3 minutes ago" stays true. */
export function useNow(everyMs = 30_000): Date {
  const tick = ticks.get(everyMs) ?? createTick(everyMs);
  ticks.set(everyMs, tick);
  return useSyncExternalStore(tick.subscribe, tick.read);
}
