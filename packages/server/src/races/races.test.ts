import { expect, test } from 'vitest';
import { alice, password, testApp } from '../testing/test-app.ts';

const app = await testApp();
const contenders = 16;

const inParallel = <T>(run: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: contenders }, (_, index) => run(index)));

test('of sixteen who show one e-mail code at once, one comes in', async () => {
  await app.signUp(alice);
  const step = await app.browser().ok('POST /v1/sign-in', { body: { email: alice, password } });
  const code = await app.latestCode(alice);
  const flow = 'flow' in step ? step.flow : '';
  const answers = await inParallel(() => app.browser().call('POST /v1/sign-in/email-code', { body: { flow, code } }));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('of sixteen who prove one new address at once, one makes the account', async () => {
  const email = 'race@example.com';
  const { flow } = await app.browser().ok('POST /v1/sign-up', { body: { email, password } });
  const code = await app.latestCode(email);
  const answers = await inParallel(() => app.browser().call('POST /v1/sign-up/verify', { body: { flow, code } }));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
});

test('of two sign-ups for one address the first to prove it has it', async () => {
  const email = 'twice@example.com';
  const flows: { flow: string; code: string }[] = [];
  for (const ip of ['203.180.0.1', '91.64.0.1']) {
    const { flow } = await app.browser({ ip }).ok('POST /v1/sign-up', { body: { email, password } });
    flows.push({ flow, code: await app.latestCode(email) });
  }
  const answers = await Promise.all(flows.map((body) => app.browser().call('POST /v1/sign-up/verify', { body })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
});

test('sixteen guesses at one code at once are judged five times and no more', async () => {
  const email = 'guess@example.com';
  await app.signUp(email);
  const step = await app.browser().ok('POST /v1/sign-in', { body: { email, password } });
  const code = await app.latestCode(email);
  const flow = 'flow' in step ? step.flow : '';
  const wrong = code === '000000' ? '000001' : '000000';
  await inParallel(() => app.browser().call('POST /v1/sign-in/email-code', { body: { flow, code: wrong } }));
  // The network may try again by then, and the code is still good for a minute: it is the five tries that are spent.
  app.clock.advance(540_000);
  expect(await app.browser().refused('POST /v1/sign-in/email-code', { body: { flow, code } })).toMatchObject({ code: 'wrong-code' });
});

test('sixteen removals of one device have one outcome', async () => {
  const email = 'removals@example.com';
  const owner = await app.signUp(email);
  const other = await app.signIn(email);
  const { session } = await other.ok('GET /v1/session');
  const answers = await inParallel(() => owner.ok('DELETE /v1/devices/:deviceId', { params: { deviceId: session.deviceId } }));
  expect(answers.flatMap(({ endedSessions }) => endedSessions)).toEqual([{ id: session.id, deviceId: session.deviceId }]);
  expect(answers.every(({ remainingSessions }) => remainingSessions === 1)).toBe(true);
});

test('a removal against sign-ins: no session of the removed device outlives the answer', async () => {
  const email = 'against@example.com';
  const owner = await app.signUp(email);
  const other = await app.signIn(email);
  const { session } = await other.ok('GET /v1/session');
  const signIns = inParallel(() =>
    app.browser().raw({
      method: 'POST',
      url: '/v1/sign-in',
      payload: { email, password },
      headers: { cookie: [...other.cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
    }),
  );
  await owner.ok('DELETE /v1/devices/:deviceId', { params: { deviceId: session.deviceId } });
  const { sessions } = await owner.ok('GET /v1/sessions');
  await signIns;
  expect(sessions.filter(({ deviceId }) => deviceId === session.deviceId)).toEqual([]);
  const after = await owner.ok('GET /v1/sessions');
  expect(after.sessions.filter(({ deviceId }) => deviceId === session.deviceId)).toEqual([]);
});

test('a removal against sixteen renewals: what is renewed last is refused too', async () => {
  const email = 'renewals@example.com';
  const owner = await app.signUp(email);
  const other = await app.signIn(email);
  const { session } = await other.ok('GET /v1/session');
  const renewals = inParallel(() => other.call('POST /v1/session/step-up', { body: { method: 'password', password } }));
  await owner.ok('DELETE /v1/devices/:deviceId', { params: { deviceId: session.deviceId } });
  await renewals;
  expect(await other.refused('GET /v1/session')).toMatchObject({ status: 401 });
});

test('log-out-all against sixteen sign-ins: whoever answered before it is out', async () => {
  const email = 'everyone@example.com';
  const owner = await app.signUp(email);
  await owner.ok('POST /v1/sessions/log-out', { body: { scope: 'others', forgetDevices: false } });
  const arriving = inParallel(async () => {
    const browser = app.browser();
    await browser.raw({
      method: 'POST',
      url: '/v1/sign-in',
      payload: { email, password },
      headers: { cookie: `__Host-warder_device=${owner.cookies.get('__Host-warder_device')}` },
    });
    return browser;
  });
  const result = await owner.call('POST /v1/sessions/log-out', { body: { scope: 'all' } });
  const browsers = await arriving;
  expect([200, 401]).toContain(result.status);
  const alive = await Promise.all(browsers.map((browser) => browser.call('GET /v1/session')));
  // One cookie is one browser: each sign-in replaces the one before, so that at most the last, after the log-out, can be live.
  expect(alive.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
});

test('of sixteen who answer one alert at once, one acts', async () => {
  const email = 'alert@example.com';
  await app.signUp(email);
  await app.signIn(email);
  const link = await app.latestLink(email);
  await inParallel(() =>
    app
      .browser()
      .raw({ method: 'POST', url: `/e/${link}`, payload: 'choice=end_session', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  );
  const rows = await app.ground.db.selectFrom('security_events').select('type').where('type', '=', 'alert-answered').execute();
  expect(rows).toHaveLength(1);
});
