import type { Locale } from '@warder/api';
import { type CompiledMessages, createCompiledTranslator, languageTag, type Translator } from '@warder/words';
import { createStore, useStore } from '../data/store.ts';
import { preferredLocale } from './preferred-locale.ts';

const load: Record<Locale, () => Promise<{ default: CompiledMessages }>> = {
  en: () => import('virtual:words/en'),
  zh: () => import('virtual:words/zh'),
  ja: () => import('virtual:words/ja'),
  ko: () => import('virtual:words/ko'),
};

/** Each language by its own name, in the order of the menu. */
export const languageNames: Record<Locale, string> = { en: 'English', zh: '简体中文', ja: '日本語', ko: '한국어' };

export interface Words {
  locale: Locale;
  t: Translator;
}

const storageKey = 'warder.language';
const words = createStore<Words | null>(null);

/** Says everything in that language from here on, and remembers it in this browser. */
export async function speak(locale: Locale): Promise<void> {
  if (words.get()?.locale === locale) return;
  const { default: messages } = await load[locale]();
  document.documentElement.lang = languageTag(locale);
  localStorage.setItem(storageKey, locale);
  words.set({ locale, t: createCompiledTranslator(locale, messages) });
}

/** Speaks the language last used here, else the first of the browser's that Warder has. */
export const speakFirst = (): Promise<void> => speak(preferredLocale([localStorage.getItem(storageKey) ?? '', ...navigator.languages]));

/** The language of the page and how to say things in it. */
export function useWords(): Words {
  const current = useStore(words);
  if (!current) throw new Error('Words are loaded before anything is shown');
  return current;
}
