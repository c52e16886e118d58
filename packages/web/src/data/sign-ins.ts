import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

export interface SignInFilter {
  outcome?: 'signed_in' | 'failed' | undefined;
  country?: string | undefined;
}

/** Sign-in records, newest first, a page at a time. */
export const signInsQuery = (filter: SignInFilter) =>
  infiniteQueryOptions({
    queryKey: ['sign-ins', filter],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/sign-ins', {
        query: {
          ...(filter.outcome && { outcome: filter.outcome }),
          ...(filter.country && { country: filter.country }),
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
