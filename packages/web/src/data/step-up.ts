import { createStore } from './store.ts';

/** A proof that is asked for right now, and where to put the answer. */
interface StepUpRequest {
  methods: readonly string[];
  answer: (confirmed: boolean) => void;
}

export const stepUpRequest = createStore<StepUpRequest | null>(null);

let asking: Promise<boolean> | null = null;

/** Asks the holder for a proof by dialog. Calls that need one at the same time share the question and its answer. */
export function askForProof(methods: readonly string[]): Promise<boolean> {
  asking ??= new Promise<boolean>((resolve) => stepUpRequest.set({ methods, answer: resolve })).finally(() => {
    asking = null;
    stepUpRequest.set(null);
  });
  return asking;
}
