import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { password, publicUrl, testApp } from '../testing/test-app.ts';

const app = await testApp();
const url = `${publicUrl}/v1/sign-in`;
type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
let jtis = 0;

beforeAll(async () => {
  keys = await generateKeyPair('ES256', { extractable: true });
});

interface Claims {
  htm?: string;
  htu?: string;
  iat?: number;
  jti?: string;
  typ?: string;
}

async function proofOf(
  { privateKey, publicKey }: Keys,
  { htm = 'POST', htu = url, iat = Math.floor(app.clock.now().getTime() / 1000), jti = `the-proof-${jtis++}`, typ = 'dpop+jwt' }: Claims = {},
): Promise<string> {
  return new SignJWT({ htm, htu, jti })
    .setIssuedAt(iat)
    .setProtectedHeader({ alg: 'ES256', typ, jwk: await exportJWK(publicKey) })
    .sign(privateKey);
}

const signIn = async (email: string, proof: string, browser = app.browser()) =>
  browser.call('POST /v1/sign-in', { body: { email, password }, headers: { dpop: proof } });

async function deviceOf(email: string) {
  const holder = await app.signUp(email);
  const browser = app.browser();
  const step = await signIn(email, await proofOf(keys), browser);
  await browser.ok('POST /v1/sign-in/email-code', { body: { flow: (step.body as { flow: string }).flow, code: await app.latestCode(email) } });
  app.clock.advance(1_000);
  return { holder, browser };
}

describe('the key of a device', () => {
  test('makes one device of all sign-ins that prove it, whatever became of the cookies', async () => {
    const email = 'key@example.com';
    const { holder } = await deviceOf(email);
    const wiped = app.browser();
    expect((await signIn(email, await proofOf(keys), wiped)).body).toMatchObject({ status: 'signed_in', newDevice: false });
    const { devices } = await holder.ok('GET /v1/devices');
    expect(devices).toHaveLength(2);
    expect(devices[1]?.identifiedBy).toBe('key');
  });

  test('cannot be had by its cookie alone: that is a new entry, and asks for the e-mail code', async () => {
    const email = 'copied@example.com';
    const { browser } = await deviceOf(email);
    const thief = app.browser();
    const device = browser.cookies.get('__Host-warder_device') ?? '';
    thief.cookies.set('__Host-warder_device', device);
    expect((await thief.ok('POST /v1/sign-in', { body: { email, password } })).status).toBe('email_code');
  });

  test('of another is another device', async () => {
    const email = 'otherkey@example.com';
    await deviceOf(email);
    const others = await generateKeyPair('ES256', { extractable: true });
    expect((await signIn(email, await proofOf(others))).body).toMatchObject({ status: 'email_code' });
  });
});

describe('a proof', () => {
  test('is good once, also for sixteen at once', async () => {
    const email = 'once@example.com';
    await app.signUp(email);
    const proof = await proofOf(keys);
    const answers = await Promise.all(Array.from({ length: 16 }, () => signIn(email, proof)));
    expect(answers.filter(({ body }) => (body as { code?: string }).code !== 'device-proof-invalid')).toHaveLength(1);
  });

  test.each<[string, Claims]>([
    ['for another method', { htm: 'GET' }],
    ['for another address', { htu: 'https://evil.test/v1/sign-in' }],
    ['for another route', { htu: `${publicUrl}/v1/sign-up/verify` }],
    ['of six minutes ago', { iat: Math.floor(Date.parse('2026-11-20T11:54:00Z') / 1000) }],
    ['of the day after tomorrow', { iat: Math.floor(Date.parse('2026-11-22T12:00:00Z') / 1000) }],
    ['without an id', { jti: '' }],
    ['of another kind', { typ: 'jwt' }],
  ])('%s is refused', async (_what, claims) => {
    const email = 'claims@example.com';
    expect((await signIn(email, await proofOf(keys, claims))).body).toMatchObject({ code: 'device-proof-invalid' });
  });

  test('signed by a key other than the one it shows is refused', async () => {
    const others = await generateKeyPair('ES256', { extractable: true });
    const forged = await proofOf({ privateKey: others.privateKey, publicKey: keys.publicKey });
    expect((await signIn('forged@example.com', forged)).body).toMatchObject({ code: 'device-proof-invalid' });
  });

  test('that shows its private key is refused', async () => {
    const jwk = await exportJWK(keys.privateKey);
    const leaked = await new SignJWT({ htm: 'POST', htu: url, jti: 'leaked-proof' })
      .setIssuedAt(Math.floor(app.clock.now().getTime() / 1000))
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
      .sign(keys.privateKey);
    expect((await signIn('leaked@example.com', leaked)).body).toMatchObject({ code: 'device-proof-invalid' });
  });
});
