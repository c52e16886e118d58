import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, newMachine, places } from './browser.ts';
import { signIn, signUp } from './people.ts';
import { type RunningWarder, startWarder } from './warder.ts';

const locales = ['en', 'zh', 'ja', 'ko'] as const;
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const schemes = ['light', 'dark'] as const;
const signedIn = ['/', '/devices', '/devices?view=timeline', '/devices?view=map', '/activity', '/settings'];
const signedOut = ['/sign-in', '/sign-up', '/reset-password', '/nowhere'];
const narrow = { width: 320, height: 700 };

let warder: RunningWarder;
let browser: Browser;
let holder: BrowserContext;
let home: Page;

beforeAll(async () => {
  [warder, browser] = await Promise.all([startWarder(), launchBrowser()]);
  holder = await newMachine(browser, places.tokyo);
  home = await signUp(holder, warder, 'reader@example.com');
  await signIn(await newMachine(browser, places.lagos), warder, 'reader@example.com');
});
afterAll(async () => {
  await browser.close();
  await warder.stop();
});

/** The page as that language, size and scheme show it, once what it reads has come. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(warder.url + path);
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-hidden=true].animate-pulse, [role=status].animate-pulse').first().waitFor({ state: 'detached' });
}

async function speak(locale: string): Promise<void> {
  await home.goto(warder.url);
  const { csrfToken } = (await (await home.request.get(`${warder.url}/v1/session`)).json()) as { csrfToken: string };
  const response = await home.request.patch(`${warder.url}/v1/account`, { data: { locale }, headers: { 'x-csrf-token': csrfToken } });
  expect(response.status()).toBe(200);
}

async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

describe.each(locales)('in %s', (locale) => {
  beforeAll(() => speak(locale));

  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('every page is accessible on a %s, light and dark, and says its language', async (size) => {
    for (const scheme of schemes) {
      await home.setViewportSize(sizes[size]);
      await home.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      for (const path of signedIn) {
        await open(home, path);
        expect({ path, scheme, problems: await problemsOf(home) }).toEqual({ path, scheme, problems: [] });
        expect(await home.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${locale}`));
      }
    }
  });

  test('no page is wider than a screen of 320 px', async () => {
    await home.setViewportSize(narrow);
    for (const path of signedIn) {
      await open(home, path);
      expect({ path, overflow: await overflowOf(home) }).toEqual({ path, overflow: 0 });
    }
  });

  test('every page for whoever is signed out is accessible and fits', async () => {
    const visitor = await browser.newContext({ viewport: narrow, reducedMotion: 'reduce' });
    const page = await visitor.newPage();
    await page.addInitScript((spoken) => localStorage.setItem('warder.language', spoken), locale);
    for (const path of signedOut) {
      await open(page, path);
      expect({ path, problems: await problemsOf(page), overflow: await overflowOf(page) }).toEqual({ path, problems: [], overflow: 0 });
    }
    await visitor.close();
  });
});

test('a device is forced offline with the keyboard alone', async () => {
  await speak('en');
  await home.setViewportSize(sizes.desktop);
  await open(home, '/devices');
  const button = home.locator('[data-attention=true]').getByRole('button', { name: 'Force offline' });
  for (let steps = 0; steps < 60 && !(await button.evaluate((element) => element === document.activeElement)); steps += 1)
    await home.keyboard.press('Tab');
  await home.keyboard.press('Enter');
  await home.getByRole('dialog').waitFor();
  await home.keyboard.press('Escape');
  await home.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await home.keyboard.press('Enter');
  await home.getByRole('dialog').waitFor();
  await home.keyboard.press('Tab');
  await home.keyboard.press('Enter');
  await home.getByText('One session was ended.').waitFor();
});
