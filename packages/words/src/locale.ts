import type { Locale } from '@warder/api';

const tags: Record<Locale, string> = { en: 'en', zh: 'zh-Hans', ja: 'ja', ko: 'ko' };

/** The BCP 47 tag of a language, for `lang` and `Intl`. Without the script, Chinese text may take Japanese glyphs. */
export const languageTag = (locale: Locale): string => tags[locale];
