import type { Call, EndpointKey } from '@warder/api';

type Part<N extends string, T> = [T] extends [undefined] ? unknown : Record<never, never> extends T ? { [P in N]?: T } : { [P in N]: T };

/** What a call of an endpoint takes: exactly the parts that its contract names. */
export type Sent<K extends EndpointKey> = Part<'params', Call<K>['params']> &
  Part<'query', Call<K>['query']> &
  Part<'body', Call<K>['body']> & { headers?: Record<string, string>; signal?: AbortSignal };

interface LooseSent {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const safeMethods = new Set(['GET', 'HEAD']);

function queryOf(query: Record<string, unknown> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** The request of an endpoint. Unsafe ones carry the CSRF token, where there is one. */
export function toRequest(key: EndpointKey, sent: LooseSent, csrfToken: string | null): { path: string; init: RequestInit } {
  const [method = 'GET', template = ''] = key.split(' ');
  const path = template.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(sent.params?.[name] ?? ''));
  const headers: Record<string, string> = { accept: 'application/json', ...sent.headers };
  if (sent.body !== undefined) headers['content-type'] = 'application/json';
  if (csrfToken !== null && !safeMethods.has(method)) headers['x-csrf-token'] = csrfToken;
  return {
    path: path + queryOf(sent.query),
    init: {
      method,
      headers,
      credentials: 'same-origin',
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
      ...(sent.signal && { signal: sent.signal }),
    },
  };
}
