import type { BrowserContext, Page } from 'playwright-core';
import type { RunningWarder } from './warder.ts';

const password = 'correct horse battery 7';

/** Types the code of the latest mail to the address. */
async function typeCode(page: Page, warder: RunningWarder, email: string): Promise<void> {
  await page.locator('input[autocomplete=one-time-code]').fill(await warder.codeTo(email));
  await page.keyboard.press('Enter');
}

/** Signs up through the pages, as a person does. */
export async function signUp(context: BrowserContext, warder: RunningWarder, email: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${warder.url}/sign-up`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[autocomplete=new-password]').fill(password);
  await page.keyboard.press('Enter');
  await typeCode(page, warder, email);
  await page.waitForURL(`${warder.url}/`);
  return page;
}

/** Signs in on a machine that the account does not know yet: password, then the code by mail. */
export async function signIn(context: BrowserContext, warder: RunningWarder, email: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${warder.url}/sign-in`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.keyboard.press('Enter');
  await typeCode(page, warder, email);
  await page.waitForURL(`${warder.url}/`);
  return page;
}
