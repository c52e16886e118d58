import { createStore } from './store.ts';

/** The end of this page's session, as its page is told. `reason` is null when nobody said why. */
export interface SessionEnd {
  reason: string | null;
}

export const sessionEnd = createStore<SessionEnd | null>(null);

/** Puts "this session has ended" over whatever the page shows. The first reason stands: later refusals only follow from it. */
export function announceSessionEnd(reason: string | null): void {
  const known = sessionEnd.get();
  if (known === null || (known.reason === null && reason !== null)) sessionEnd.set({ reason });
}
