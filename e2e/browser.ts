import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The Chromium that the test command found or installed (WARDER_CHROMIUM), else the system's, else Playwright's own. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['WARDER_CHROMIUM'] ?? candidates.find((path) => existsSync(path));
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--disable-background-networking', '--disable-component-update', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** Addresses whose place the shipped data know well. */
export const places = { tokyo: '203.180.0.1', lagos: '197.210.52.1' } as const;

/** A person's own machine: cookies, keys and address of its own. The address is told as a proxy in front of Warder would tell it. */
export const newMachine = (browser: Browser, ip: string, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': ip }, locale: 'en-GB', timezoneId: 'Asia/Tokyo', ...options });
