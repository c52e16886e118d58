import { type Locale, locales } from '@warder/api';

const maxRanges = 20;

/** The first of Warder's languages that the browser asks for, in its order of preference (RFC 9110 §12.5.4); English when it asks for none. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const ranges = (acceptLanguage ?? '').split(',', maxRanges).map((part) => {
    const [range = '', quality] = part.trim().split(/\s*;\s*q=/);
    return { language: range.split('-', 1)[0]?.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => locales.find((locale) => locale === language)).find((locale) => locale !== undefined) ?? 'en';
}
