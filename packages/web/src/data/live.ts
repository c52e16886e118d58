import { queryClient } from './query-client.ts';

const dataOf = {
  'devices-changed': [['devices'], ['device'], ['sessions'], ['sign-ins']],
  'account-changed': [['session']],
} as const;

export type LiveEvent = keyof typeof dataOf;

/** Reads again what an event says has changed. The event itself carries nothing. */
export function readAgain(event: LiveEvent): void {
  for (const queryKey of dataOf[event]) void queryClient.invalidateQueries({ queryKey });
}

/** Reads everything again: after a gap nobody knows what was missed. */
export function readAllAgain(): void {
  void queryClient.invalidateQueries();
}
