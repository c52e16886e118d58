import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeDirectory, type RunningWarder, startWarder } from './warder.ts';

/** How often it is killed: a few times in every run, hundreds of times by `npm run prove`. */
const kills = Number(process.env['PROOF_KILLS'] ?? 4);
const email = 'survivor@example.com';
const password = 'correct horse battery 7';
const perRound = 12;
const longestLifeMs = 700;

interface Client {
  deviceCookie: string;
}

/** What Warder has said of a session. Once it has said so, no crash may make it untrue. */
interface Told {
  token: string;
  ended: boolean;
}

const json = { 'content-type': 'application/json' };

async function post(warder: RunningWarder, path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(warder.url + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
}

async function signUp(warder: RunningWarder): Promise<Client> {
  const { flow } = (await (await post(warder, '/v1/sign-up', { email, password })).json()) as { flow: string };
  const response = await post(warder, '/v1/sign-up/verify', { flow, code: await warder.codeTo(email), delivery: 'bearer' });
  expect(response.status).toBe(201);
  const deviceCookie = response.headers.getSetCookie().find((cookie) => cookie.includes('warder_device')) ?? '';
  return { deviceCookie: deviceCookie.split(';', 1)[0] ?? '' };
}

/** Signs in, and half of the time out again; keeps only what was answered before the crash. */
async function live(warder: RunningWarder, { deviceCookie }: Client, told: Told[], signsOut: boolean): Promise<void> {
  const response = await post(warder, '/v1/sign-in', { email, password, delivery: 'bearer' }, { cookie: deviceCookie });
  const { accessToken } = (await response.json()) as { accessToken?: string };
  if (!accessToken) return;
  const session: Told = { token: accessToken, ended: false };
  if (!signsOut) return void told.push(session);
  const ended = await fetch(`${warder.url}/v1/session`, { method: 'DELETE', headers: { authorization: `Bearer ${accessToken}` } });
  if (ended.status === 204) told.push({ ...session, ended: true });
}

async function check(warder: RunningWarder, { token, ended }: Told): Promise<void> {
  const response = await fetch(`${warder.url}/v1/session`, { headers: { authorization: `Bearer ${token}` } });
  expect({ ended, status: response.status }).toEqual({ ended, status: ended ? 401 : 200 });
}

test(`what was answered is true after ${kills} kills at any moment: who is in is in, and who is out stays out`, {
  timeout: 60_000 + kills * 15_000,
}, async () => {
  const directory = await makeDirectory();
  let warder = await startWarder({}, directory);
  const client = await signUp(warder);
  const told: Told[] = [];
  for (let round = 0; round < kills; round += 1) {
    const lives = Array.from({ length: perRound }, (_, index) => live(warder, client, told, index % 2 === 0).catch(() => {}));
    // Any moment will do: the crash falls into whatever is under way.
    await pause((round * 97) % longestLifeMs);
    await warder.kill();
    await Promise.all(lives);
    warder = await startWarder({}, directory);
    for (const session of told.splice(0)) await check(warder, session);
  }
  await warder.stop();
});
