import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, isProblem } from './problem.ts';
import { announceSessionEnd } from './session-end.ts';

const maxRetries = 2;
const freshMs = 15_000;

/** Whatever a page was asking: when its session has ended, the page says so at once. */
function noticeSessionEnd(error: unknown): void {
  if (isProblem(error, 'session-ended')) announceSessionEnd(error.document.reason ?? null);
  else if (isProblem(error, 'not-signed-in')) announceSessionEnd(null);
  // The token is another session's: reading the session again shows whose.
  else if (isProblem(error, 'csrf-token-invalid')) void queryClient.invalidateQueries({ queryKey: ['session'] });
}

/**
 * What the pages know of the server. Nothing waits silently for a network: a click offline fails at once and says so, so that
 * "force offline" never happens minutes after the holder gave up on it.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSessionEnd }),
  mutationCache: new MutationCache({ onError: noticeSessionEnd }),
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: freshMs, retry: (count, error) => count < maxRetries && isPassing(error) },
    mutations: { networkMode: 'always' },
  },
});
