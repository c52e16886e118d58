import { setTimeout as pause } from 'node:timers/promises';

const intervalMs = 25;

/** Asks again and again until there is an answer other than null, or time is up. */
export async function poll<T>(timeoutMs: number, ask: () => Promise<T | null>): Promise<T | null> {
  const givesUpAt = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null || performance.now() > givesUpAt) return answer;
    await pause(intervalMs);
  }
}
