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

test('somebody who forgot to sign out at a hotel sees that machine from home and throws it out while its page watches', async () => {
  const email = 'traveller@example.com';
  const home = await signUp(await newMachine(browser, places.tokyo), warder, email);
  await home.goto(`${warder.url}/devices`);
  await home.getByText('One device is yours.').waitFor();

  // The hotel's machine appears in the open list without a reload.
  const hotel = await signIn(await newMachine(browser, places.lagos), warder, email);
  const row = home.locator('[data-attention=true]');
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Nigeria/);
  expect(await row.innerText()).toMatch(/You have not signed in from Nigeria before/);
  await home.getByRole('heading', { name: 'One sign-in does not look like you.' }).waitFor();

  await row.getByRole('button', { name: 'Force offline' }).click();
  const dialog = home.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Cancel' }).evaluate((button) => button === document.activeElement)).toBe(true);
  await dialog.getByRole('button', { name: 'Force offline' }).click();

  await home.getByText('One session was ended. One session is left.').waitFor();
  await row.waitFor({ state: 'detached' });
  await hotel.getByRole('heading', { name: 'This device was forced offline from another device.' }).waitFor();

  // Nothing of the account can be reached from there any more, by reload or by address.
  await hotel.goto(`${warder.url}/devices`);
  await hotel.waitForURL(/sign-in|devices/);
  expect(await hotel.locator('[data-device]').count()).toBe(0);
});

test('the list is named, filtered and shared by its address, and signs out all others', async () => {
  const email = 'keeper@example.com';
  const home = await signUp(await newMachine(browser, places.tokyo), warder, email);
  const other = await signIn(await newMachine(browser, places.lagos), warder, email);
  await home.goto(`${warder.url}/devices`);

  await home
    .getByRole('button', { name: /^Rename/ })
    .first()
    .click();
  await home.getByLabel('Your name for this device').fill('Home-iMac');
  await home.keyboard.press('Enter');
  await home.getByRole('heading', { name: 'Home-iMac' }).waitFor();

  await home.getByText('Filters').click();
  await home.getByLabel('Country').selectOption('NG');
  await home.waitForURL(/country=NG/);
  await expect.poll(() => home.locator('[data-device]').count()).toBe(1);
  await home.reload();
  await expect.poll(() => home.locator('[data-device]').count()).toBe(1);
  await home.getByRole('button', { name: 'Clear the filters' }).click();
  await expect.poll(() => home.locator('[data-device]').count()).toBe(2);

  await home.getByRole('button', { name: 'Sign out all other devices' }).click();
  await home.getByRole('dialog').getByRole('button', { name: 'Sign out all other devices' }).click();
  await home.getByText('One other session was ended.').waitFor();
  await other.getByRole('heading', { name: /signed out/i }).waitFor();
});
