/** The one source of time. Everything else receives `now`; ambient clocks are banned by lint, since a decision that reads the clock cannot be tested. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export const addMs = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
export const addSeconds = (at: Date, seconds: number): Date => addMs(at, seconds * secondMs);
