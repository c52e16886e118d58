import { expect, test } from 'vitest';
import { preferredLocale } from './preferred-locale.ts';

test.each([
  [['ja-JP', 'en'], 'ja'],
  [['fr-FR', 'KO', 'en'], 'ko'],
  [['zh-Hant-TW'], 'zh'],
  [['fr', 'de'], 'en'],
  [['', 'enm'], 'en'],
  [[], 'en'],
])('of %j the pages speak %s', (wishes, locale) => {
  expect(preferredLocale(wishes)).toBe(locale);
});
