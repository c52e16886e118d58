import { expect, test } from 'vitest';
import { testApp } from '../testing/test-app.ts';

const app = await testApp();
const url = await app.app.listen({ host: '127.0.0.1', port: 0 });

/** Reads a stream to its end, and answers what came. */
async function readAll(response: Response, onChunk: (text: string) => void = () => {}): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    const part = decoder.decode(chunk, { stream: true });
    text += part;
    onChunk(part);
  }
  return text;
}

const cookieOf = (browser: { cookies: Map<string, string> }): string => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const openStream = (browser: { cookies: Map<string, string> }): Promise<Response> =>
  fetch(`${url}/v1/events`, { headers: { cookie: cookieOf(browser) } });

test('a stream whose session is ended is told why, and cut', async () => {
  const email = 'stream@example.com';
  const owner = await app.signUp(email);
  const other = await app.signIn(email);
  const response = await openStream(other);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const hello = Promise.withResolvers<void>();
  const all = readAll(response, (text) => text.includes('hello') && hello.resolve());
  await hello.promise;
  const [, device] = (await owner.ok('GET /v1/devices')).devices;
  await owner.ok('DELETE /v1/devices/:deviceId', { params: { deviceId: device?.id ?? '' } });
  expect(await all).toMatch(/event: session-ended\ndata: \{"reason":"forced_offline"\}/);
});

test("a stream hears of its own account's changes and of nobody else's", async () => {
  const mine = await app.signUp('mine@example.com');
  const theirs = await app.signUp('theirs@example.com');
  const response = await openStream(mine);
  let heard = '';
  const changed = Promise.withResolvers<void>();
  const all = readAll(response, (text) => {
    heard += text;
    if (heard.includes('account-changed')) changed.resolve();
  });
  await theirs.ok('DELETE /v1/session');
  await mine.ok('POST /v1/account/review');
  await changed.promise;
  await mine.ok('DELETE /v1/session');
  expect(await all).toContain('{"reason":"signed_out"}');
  expect(heard.match(/account-changed/g)).toHaveLength(1);
});

test('nobody opens a stream without a live session', async () => {
  expect((await fetch(`${url}/v1/events`)).status).toBe(401);
});

test('a session has twelve streams at most', async () => {
  const browser = await app.signUp('tabs@example.com');
  const streams = await Promise.all(Array.from({ length: 14 }, () => openStream(browser)));
  const statuses = streams.map(({ status }) => status);
  await browser.ok('DELETE /v1/session');
  await Promise.all(streams.map((stream) => readAll(stream)));
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(12);
  expect(statuses).toContain(429);
});
