import { describe, expect, test } from 'vitest';
import { places } from '../testing/browser.ts';
import { alice, testApp } from '../testing/test-app.ts';
import { sendHeldAlertsJob } from './index.ts';

const app = await testApp();
const day = 86_400_000;
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const open = (link: string) => app.browser().raw({ method: 'GET', url: `/e/${link}` });
const answer = (link: string, choice: string) =>
  app.browser().raw({ method: 'POST', url: `/e/${link}`, payload: new URLSearchParams({ choice }).toString(), headers: form });

async function takeover(email: string) {
  const holder = await app.signUp(email);
  const intruder = await app.signIn(email, { ip: places.lagos });
  return { holder, intruder, link: await app.latestLink(email) };
}

describe('the link of an alert', () => {
  test('may be looked at any number of times, signed out, and changes nothing', async () => {
    const { intruder, link } = await takeover(alice);
    for (let count = 0; count < 3; count += 1) expect((await open(link)).statusCode).toBe(200);
    await app.browser().raw({ method: 'HEAD', url: `/e/${link}` });
    await intruder.ok('GET /v1/session');
  });

  test('throws the session out when told so, and says what it did', async () => {
    const { holder, intruder, link } = await takeover('throw@example.com');
    expect((await answer(link, 'end_session')).statusCode).toBe(200);
    expect(await intruder.refused('GET /v1/session')).toMatchObject({ reason: 'reported_by_holder' });
    await holder.ok('GET /v1/session');
    expect((await holder.ok('GET /v1/devices')).devices).toHaveLength(1);
  });

  test('signs out everywhere when told so', async () => {
    const { holder, intruder, link } = await takeover('everywhere@example.com');
    await answer(link, 'log_out_everywhere');
    for (const browser of [holder, intruder]) expect(await browser.refused('GET /v1/session')).toMatchObject({ code: 'session-ended' });
  });

  test('confirms the device when told that it was me', async () => {
    const { holder, link } = await takeover('me@example.com');
    await answer(link, 'it_was_me');
    expect((await holder.ok('GET /v1/devices')).devices[1]).toMatchObject({ needsAttention: false });
  });

  test('acts once: a second answer changes nothing', async () => {
    const { holder, link } = await takeover('oneanswer@example.com');
    await answer(link, 'it_was_me');
    expect((await answer(link, 'log_out_everywhere')).statusCode).toBe(200);
    await holder.ok('GET /v1/session');
  });

  test('is good for seven days', async () => {
    const { link } = await takeover('week@example.com');
    app.clock.advance(7 * day);
    expect((await open(link)).statusCode).toBe(410);
    expect((await answer(link, 'log_out_everywhere')).statusCode).toBe(410);
  });

  test.each(['x', 'a'.repeat(64), '..%2f..%2fetc%2fpasswd', '%00'])('that nobody made is not found: %s', async (link) => {
    expect((await open(link)).statusCode).toBe(404);
  });

  test('needs a choice that exists', async () => {
    const { intruder, link } = await takeover('choice@example.com');
    await answer(link, 'freeze_the_moon');
    await app.browser().raw({ method: 'POST', url: `/e/${link}` });
    await intruder.ok('GET /v1/session');
  });

  test("of one account does nothing to another's", async () => {
    const one = await takeover('one@example.com');
    const two = await takeover('two@example.com');
    await answer(one.link, 'log_out_everywhere');
    await two.intruder.ok('GET /v1/session');
  });
});

describe('alerts', () => {
  test('are one mail an event, however often the job runs', async () => {
    const email = 'again@example.com';
    await takeover(email);
    const [event] = await app.ground.db
      .selectFrom('security_events')
      .selectAll()
      .where('type', '=', 'session-established')
      .orderBy('at', 'desc')
      .limit(1)
      .execute();
    if (!event) throw new Error('no event');
    const before = app.mail.sent.length;
    await app.ground.enqueue(app.ground.db, 'react-to-event', { accountId: event.account_id, eventId: event.id, at: event.at.toISOString() });
    await app.drainJobs();
    expect(app.mail.sent.length).toBe(before);
  });

  test('are told together when many come at once', async () => {
    const email = 'flood@example.com';
    const holder = await app.signUp(email);
    for (let count = 0; count < 14; count += 1) {
      await app.signIn(email, { ip: `197.210.${count}.1` });
      app.clock.advance(1_000);
    }
    const alerts = () => app.mail.sent.filter(({ to, text }) => to === email && text.includes('/e/'));
    const single = alerts().length;
    expect(single).toBeLessThan(14);
    await sendHeldAlertsJob(app.ground).handle({} as never);
    await app.drainJobs();
    expect(alerts()).toHaveLength(single + 1);
    await sendHeldAlertsJob(app.ground).handle({} as never);
    await app.drainJobs();
    expect(alerts()).toHaveLength(single + 1);
    await holder.ok('GET /v1/session');
  });

  test('are delayed by a mail server that is down, and never lost', async () => {
    const email = 'delayed@example.com';
    const holder = await app.signUp(email);
    app.mail.down = true;
    await holder.ok('POST /v1/session/step-up', { body: { method: 'password', password: 'correct horse battery 7' } });
    await holder.ok('PUT /v1/account/anti-phishing-code', { body: { code: 'harbour' } });
    await app.drainJobs();
    const waiting = await app.ground.db
      .selectFrom('notifications')
      .selectAll()
      .where('sent_at', 'is', null)
      .where('kind', '=', 'anti_phishing_code_changed')
      .execute();
    expect(waiting).toHaveLength(1);
    app.mail.down = false;
    for (const row of waiting) await app.ground.enqueue(app.ground.db, 'deliver-notification', { accountId: row.account_id, notificationId: row.id });
    const mail = await app.latestMail(email, /\/e\//);
    expect(mail.text).toContain('harbour');
  });
});

test('nothing readable of a mail is left in the database once it was sent', async () => {
  await takeover('sealed@example.com');
  const rows = await app.ground.db.selectFrom('notifications').selectAll().where('sent_at', 'is not', null).execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ content_sealed, recipient_sealed }) => content_sealed === null && recipient_sealed === null)).toBe(true);
});
