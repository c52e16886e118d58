import { useLayoutEffect, useState } from 'react';
import { readClock } from '../../data/clock.ts';
import { ApiProblem } from '../../data/problem.ts';

const secondMs = 1_000;

const secondsUntil = (until: Date | null): number =>
  until === null ? 0 : Math.max(0, Math.ceil((until.getTime() - readClock().getTime()) / secondMs));

/** Whole seconds until the server takes the request again after `error`, counted down; 0 when there is nothing to wait for. */
export const useWait = (error: unknown): number => useCountdown(error instanceof ApiProblem ? error.retryAt : null);

/** Whole seconds until then, counted down. Reads the clock each time, so that a tab that slept wakes up right. */
export function useCountdown(until: Date | null): number {
  const [left, setLeft] = useState(() => secondsUntil(until));
  useLayoutEffect(() => {
    const tick = () => setLeft(secondsUntil(until));
    tick();
    if (until === null) return;
    const timer = setInterval(tick, secondMs);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
