import type { Locale } from '@warder/api';

export type { Locale };

/** The languages of Warder, in the order of every menu. */
export const locales = ['en', 'zh', 'ja', 'ko'] as const satisfies readonly Locale[];
