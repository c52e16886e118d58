import { type Locale, locales } from './locales.ts';

/** The first wish that Warder can speak, by its primary language (`zh-Hant-TW` reads as Chinese); English when none is. */
export function preferredLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-', 1)[0];
    const found = locales.find((locale) => locale === primary);
    if (found) return found;
  }
  return 'en';
}
