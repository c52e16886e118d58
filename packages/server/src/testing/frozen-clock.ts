import { addMs, type Clock } from '../kernel/clock.ts';

/** A clock that stands still until a test moves it. */
export interface FrozenClock extends Clock {
  advance(ms: number): void;
  set(at: Date): void;
}

export function frozenClock(at = new Date('2026-11-20T12:00:00.000Z')): FrozenClock {
  let now = at;
  return {
    now: () => now,
    advance(ms) {
      now = addMs(now, ms);
    },
    set(next) {
      now = next;
    },
  };
}
