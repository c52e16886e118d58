import { createStore } from '../../data/store.ts';

/** What forcing a device offline came to: it stays on the page after the row has gone. */
export interface ForcedOffline {
  deviceId: string;
  name: string;
  ended: number;
  left: number;
}

export const forcedOffline = createStore<ForcedOffline | null>(null);
