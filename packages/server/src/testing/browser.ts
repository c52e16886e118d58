import { type Call, type EndpointKey, endpoints, type ProblemDocument } from '@warder/api';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';

export const agents = {
  chrome: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
  iphone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
} as const;

/** Addresses whose place the shipped data know well. */
export const places = { tokyo: '203.180.0.1', lagos: '197.210.52.1', berlin: '91.64.0.1', home: '203.180.0.1' } as const;

export interface BrowserOptions {
  ip?: string;
  agent?: string;
  headers?: Record<string, string>;
}

interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A browser in front of the app: keeps cookies, sends the CSRF token, and holds every answer to the contract. */
export interface Browser {
  readonly ip: string;
  cookies: Map<string, string>;
  csrfToken: string | null;
  /** Sends an endpoint's request and answers its status with its body, held to the contract's schema. */
  call<K extends EndpointKey>(
    key: K,
    sent?: Sent,
  ): Promise<{ status: number; body: Call<K>['response'] & ProblemDocument; response: LightMyRequestResponse }>;
  /** As {@link call}, for a request that must succeed. */
  ok<K extends EndpointKey>(key: K, sent?: Sent): Promise<Call<K>['response']>;
  /** As {@link call}, for a request that must be refused; answers the problem. */
  refused(key: EndpointKey, sent?: Sent): Promise<ProblemDocument>;
  raw(options: InjectOptions): Promise<LightMyRequestResponse>;
}

function fill(path: string, { params = {}, query }: Sent): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  return query ? `${filled}?${new URLSearchParams(query)}` : filled;
}

export function createBrowser(app: FastifyInstance, { ip = places.home, agent = agents.chrome, headers = {} }: BrowserOptions = {}): Browser {
  const cookies = new Map<string, string>();

  function keep(response: LightMyRequestResponse): void {
    for (const { name, value, maxAge, expires } of response.cookies) {
      const gone = maxAge === 0 || (expires !== undefined && expires.getTime() <= 0);
      if (gone || value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
  }

  const browser: Browser = {
    ip,
    cookies,
    csrfToken: null,
    async raw(options) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const csrf = browser.csrfToken === null ? {} : { 'x-csrf-token': browser.csrfToken };
      const response = await app.inject({
        remoteAddress: ip,
        ...options,
        headers: { 'user-agent': agent, ...(cookie && { cookie }), ...csrf, ...headers, ...options.headers },
      });
      keep(response);
      return response;
    },
    async call(key, sent = {}) {
      const [method, path] = key.split(' ') as [InjectOptions['method'], string];
      const response = await browser.raw({
        method,
        url: fill(path, sent),
        ...(sent.body !== undefined && { payload: sent.body as object }),
        ...(sent.headers && { headers: sent.headers }),
      } as InjectOptions);
      const body = response.body === '' ? undefined : response.json();
      const endpoint: { status: number; response?: { parse(body: unknown): unknown } } = endpoints[key];
      if (response.statusCode < 400) {
        expect(response.statusCode).toBe(endpoint.status);
        endpoint.response?.parse(body);
      } else {
        expect(response.headers['content-type']).toContain('application/problem+json');
      }
      if (key === 'GET /v1/session' && response.statusCode === 200) browser.csrfToken = body.csrfToken;
      return { status: response.statusCode, body, response };
    },
    async ok(key, sent) {
      const { status, body } = await browser.call(key, sent);
      if (status >= 400) throw new Error(`${key} was refused: ${JSON.stringify(body)}`);
      return body;
    },
    async refused(key, sent) {
      const { status, body } = await browser.call(key, sent);
      if (status < 400) throw new Error(`${key} was not refused: ${JSON.stringify(body)}`);
      return body as ProblemDocument;
    },
  };
  return browser;
}
