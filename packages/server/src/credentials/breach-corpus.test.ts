import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, testApp } from '../testing/test-app.ts';
import { openBreachCorpus } from './index.ts';

const breached = 'a password that was stolen elsewhere';
const suffixOf = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase().slice(5);
const asked: { url: string; padding: string | undefined }[] = [];
let state: 'up' | 'down' | 'garbage' | 'endless' | 'knows-all' = 'up';
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', padding: request.headers['add-padding'] as string | undefined });
    if (state === 'down') return void response.writeHead(503).end();
    if (state === 'garbage') return void response.end('<html>not a list</html>');
    if (state === 'endless') return void response.end('A'.repeat(2_000_000));
    const known = state === 'knows-all' ? `\r\n${suffixOf(password)}:7` : '';
    response.end(`0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n${suffixOf(breached)}:12\r\n${suffixOf('a padding line that matches')}:0${known}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

const corpus = { holds: (text: string) => openBreachCorpus(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).holds(text) };

describe('the breach corpus', () => {
  test('is told five hex digits of a hash and nothing else, with padding', async () => {
    await corpus.holds(breached);
    expect(asked.at(-1)?.url).toMatch(/^\/range\/[0-9A-F]{5}$/);
    expect(asked.at(-1)?.padding).toBe('true');
  });

  test('knows a stolen password, no other, and is not fooled by padding', async () => {
    expect(await corpus.holds(breached)).toBe(true);
    expect(await corpus.holds('a password of my own')).toBe(false);
    expect(await corpus.holds('a padding line that matches')).toBe(false);
  });

  test.each(['down', 'endless'] as const)('that is %s answers neither yes nor no', async (how) => {
    state = how;
    expect(await corpus.holds(breached)).toBeNull();
    state = 'up';
  });

  test('that nobody serves answers neither yes nor no', async () => {
    expect(await openBreachCorpus('http://127.0.0.1:1').holds(breached)).toBeNull();
  });
});

const app = await testApp({}, corpus);

test('a stolen password cannot be chosen', async () => {
  expect((await app.browser().refused('POST /v1/sign-up', { body: { email: 'b@example.com', password: breached } })).code).toBe('password-breached');
});

test('a corpus that is down keeps nobody out; the password is judged at a later sign-in, and its holder told', async () => {
  const email = 'later@example.com';
  state = 'down';
  const holder = await app.signUp(email);
  expect((await holder.ok('GET /v1/session')).account.passwordBreachedAt).toBeNull();
  state = 'knows-all';
  await app.signIn(email, holder);
  await expect.poll(async () => (await holder.ok('GET /v1/session')).account.passwordBreachedAt).not.toBeNull();
  expect((await app.latestMail(email, /stolen from other services/)).subject).toMatch(/breach/i);
  state = 'up';
  await holder.ok('POST /v1/session/step-up', { body: { method: 'password', password } });
  await holder.ok('PUT /v1/account/password', { body: { newPassword: 'another good passphrase' } });
  expect((await holder.ok('GET /v1/session')).account.passwordBreachedAt).toBeNull();
});
