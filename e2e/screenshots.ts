// `node e2e/screenshots.ts`: the README's pictures, taken from the running product.
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, newMachine, places } from './browser.ts';
import { signIn, signUp } from './people.ts';
import { type RunningWarder, startWarder } from './warder.ts';

const directory = fileURLToPath(new URL('../docs/images/', import.meta.url));
const email = 'alice@example.com';
const desktop = { width: 1180, height: 860 };
const phone = { width: 390, height: 844 };

/** A machine whose browser says the same of itself in every header. */
const machine = (system: 'Windows' | 'macOS', version: string, agent: string): BrowserContextOptions => ({
  userAgent: agent,
  viewport: desktop,
  deviceScaleFactor: 2,
  extraHTTPHeaders: {
    'x-forwarded-for': system === 'macOS' ? places.tokyo : places.lagos,
    'sec-ch-ua': '"Google Chrome";v="142", "Chromium";v="142", "Not_A Brand";v="99"',
    'sec-ch-ua-mobile': '?0',
    'sec-ch-ua-platform': `"${system}"`,
    'sec-ch-ua-platform-version': `"${version}"`,
    'sec-ch-ua-full-version-list': '"Google Chrome";v="142.0.7444.60", "Chromium";v="142.0.7444.60", "Not_A Brand";v="99.0.0.0"',
  },
});

const mac = machine(
  'macOS',
  '15.1.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
);
const windows = machine(
  'Windows',
  '15.0.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
);

async function shoot(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('load');
  await page.locator('.animate-pulse').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: `${directory}${name}.png` });
}

async function take(warder: RunningWarder, browser: Browser): Promise<void> {
  const home = await signUp(await newMachine(browser, places.tokyo, mac), warder, email);
  await home.goto(`${warder.url}/devices`);
  await home.getByRole('button', { name: /^Rename/ }).click();
  await home.getByLabel('Your name for this device').fill('Home-iMac');
  await home.keyboard.press('Enter');
  await home.getByRole('heading', { name: 'Home-iMac' }).waitFor();
  await signIn(await newMachine(browser, places.lagos, windows), warder, email);
  await shoot(home, `${warder.url}/`, 'overview');
  await shoot(home, `${warder.url}/devices`, 'devices');
  const mail = await newMachine(browser, places.tokyo, { javaScriptEnabled: false, viewport: phone, deviceScaleFactor: 2 });
  await shoot(await mail.newPage(), await warder.linkTo(email), 'alert-link-phone');

  const { csrfToken } = (await (await home.request.get(`${warder.url}/v1/session`)).json()) as { csrfToken: string };
  await home.request.patch(`${warder.url}/v1/account`, { data: { locale: 'ja' }, headers: { 'x-csrf-token': csrfToken } });
  await home.setViewportSize(phone);
  await home.emulateMedia({ colorScheme: 'dark' });
  await shoot(home, `${warder.url}/`, 'overview-phone-ja-dark');
}

const [warder, browser] = await Promise.all([startWarder(), launchBrowser()]);
try {
  await take(warder, browser);
} finally {
  await browser.close();
  await warder.stop();
}
