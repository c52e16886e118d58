import { createStore } from './store.ts';

/** The end of this page's session, as its page is told. `reason` is null when nobody said why. */
export interface SessionEnd {
  reason: string | null;
}

export const sessionEnd = createStore<SessionEnd | null>(null);

let listening = true;

/** Lets the page end its session itself without being told that it ended; answers how to listen again. */
export function stopListening(): () => void {
  listening = false;
  return () => {
    listening = true;
  };
}

/** Puts "this session has ended" over whatever the page shows. The first reason stands: later refusals only follow from it. */
export function announceSessionEnd(reason: string | null): void {
  if (!listening) return;
  const known = sessionEnd.get();
  if (known === null || (known.reason === null && reason !== null)) sessionEnd.set({ reason });
}
