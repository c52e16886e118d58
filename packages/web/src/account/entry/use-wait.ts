import { useEffect, useState } from 'react';
import { ApiProblem } from '../../data/problem.ts';
import { readClock } from '../../words/clock.ts';

const secondMs = 1_000;

/** Whole seconds until the server takes the request again after `error`, counted down; 0 when there is nothing to wait for. */
export function useWait(error: unknown): number {
  const seconds = error instanceof ApiProblem ? (error.document.retryAfterSeconds ?? 0) : 0;
  return useCountdown(error, seconds);
}

/** Counts `seconds` down from whenever `start` changes. Reads the clock, so that a sleeping tab wakes up right. */
export function useCountdown(start: unknown, seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const untilMs = readClock().getTime() + seconds * secondMs;
    const tick = () => setLeft(Math.max(0, Math.ceil((untilMs - readClock().getTime()) / secondMs)));
    tick();
    if (seconds <= 0) return;
    const timer = setInterval(tick, secondMs);
    return () => clearInterval(timer);
  }, [start, seconds]);
  return left;
}
