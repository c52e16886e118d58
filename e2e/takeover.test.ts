import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newMachine, places } from './browser.ts';
import { signIn, signUp } from './people.ts';
import { type RunningWarder, startWarder } from './warder.ts';

let warder: RunningWarder;
let browser: Browser;
beforeAll(async () => {
  [warder, browser] = await Promise.all([startWarder(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await warder.stop();
});

test('an attacker who phished password and code is thrown out from the alert, signed out and without JavaScript', async () => {
  const email = 'victim@example.com';
  const holder = await signUp(await newMachine(browser, places.tokyo), warder, email);
  const attacker = await signIn(await newMachine(browser, places.lagos), warder, email);
  await attacker.goto(`${warder.url}/devices`);
  await attacker.locator('[data-device]').first().waitFor();

  const alert = await warder.mailTo(email, /\/e\/[\w-]{64}/);
  expect(alert.text).toMatch(/Nigeria/);
  const link = /https?:\/\/\S+\/e\/[\w-]{64}/.exec(alert.text)?.[0] ?? '';

  const mailbox = await newMachine(browser, places.tokyo, { javaScriptEnabled: false });
  const page = await mailbox.newPage();
  await page.goto(link);
  expect(await page.locator('main').innerText()).toMatch(/Nigeria/);
  // Looking is all that a mail scanner does: it must change nothing.
  await page.reload();
  expect(await attacker.locator('[data-device]').count()).toBeGreaterThan(0);

  await page.check('input[value=end_session]');
  await page.locator('button').click();
  await attacker
    .getByRole('heading', { level: 1 })
    .filter({ hasText: /ended|signed out|offline|reported/i })
    .waitFor();
  expect(await attacker.locator('[data-device]').count()).toBe(0);

  // The holder's own page goes on, and the attacker's device is gone from it.
  await holder.goto(`${warder.url}/devices`);
  await expect.poll(() => holder.locator('[data-device]').count()).toBe(1);

  // The link is used up, for whoever finds it later.
  await page.goto(link);
  expect(await page.locator('form').count()).toBe(0);
});
