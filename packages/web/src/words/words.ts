import type { Locale } from '@warder/api';
import { type CompiledMessages, createCompiledTranslator, languageTag, type Translator } from '@warder/words';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { createStore, useStore } from '../data/store.ts';
import { preferredLocale } from './preferred-locale.ts';

/** What every page says, and what some do: each is loaded when a page needs it, in the one language that is spoken. */
type Part = 'base' | 'entry' | 'overview' | 'devices' | 'device' | 'actions' | 'activity' | 'settings';

const load: Record<Locale, Record<Part, () => Promise<{ default: CompiledMessages }>>> = {
  en: {
    base: () => import('virtual:words/en/base'),
    entry: () => import('virtual:words/en/entry'),
    overview: () => import('virtual:words/en/overview'),
    devices: () => import('virtual:words/en/devices'),
    device: () => import('virtual:words/en/device'),
    actions: () => import('virtual:words/en/actions'),
    activity: () => import('virtual:words/en/activity'),
    settings: () => import('virtual:words/en/settings'),
  },
  zh: {
    base: () => import('virtual:words/zh/base'),
    entry: () => import('virtual:words/zh/entry'),
    overview: () => import('virtual:words/zh/overview'),
    devices: () => import('virtual:words/zh/devices'),
    device: () => import('virtual:words/zh/device'),
    actions: () => import('virtual:words/zh/actions'),
    activity: () => import('virtual:words/zh/activity'),
    settings: () => import('virtual:words/zh/settings'),
  },
  ja: {
    base: () => import('virtual:words/ja/base'),
    entry: () => import('virtual:words/ja/entry'),
    overview: () => import('virtual:words/ja/overview'),
    devices: () => import('virtual:words/ja/devices'),
    device: () => import('virtual:words/ja/device'),
    actions: () => import('virtual:words/ja/actions'),
    activity: () => import('virtual:words/ja/activity'),
    settings: () => import('virtual:words/ja/settings'),
  },
  ko: {
    base: () => import('virtual:words/ko/base'),
    entry: () => import('virtual:words/ko/entry'),
    overview: () => import('virtual:words/ko/overview'),
    devices: () => import('virtual:words/ko/devices'),
    device: () => import('virtual:words/ko/device'),
    actions: () => import('virtual:words/ko/actions'),
    activity: () => import('virtual:words/ko/activity'),
    settings: () => import('virtual:words/ko/settings'),
  },
};

const needed = new Set<Part>(['base']);

async function loadNeeded(locale: Locale): Promise<Words> {
  const parts = await Promise.all([...needed].map((part) => load[locale][part]()));
  return { locale, t: createCompiledTranslator(locale, Object.assign({}, ...parts.map((part) => part.default)) as CompiledMessages) };
}

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
  const loaded = await loadNeeded(locale);
  document.documentElement.lang = languageTag(locale);
  localStorage.setItem(storageKey, locale);
  words.set(loaded);
}

const loading = new Map<Part, Promise<void>>();

async function addWords(part: Part): Promise<void> {
  needed.add(part);
  const spoken = words.get();
  if (spoken) words.set(await loadNeeded(spoken.locale));
}

/** Loads what a page says before it shows. */
export async function needWords(...parts: Part[]): Promise<void> {
  const asked = parts.map((part) => {
    const asking = loading.get(part) ?? addWords(part);
    loading.set(part, asking);
    return asking;
  });
  await Promise.all(asked);
}

/** Speaks the language last used here, else the first of the browser's that Warder has. */
export const speakFirst = (): Promise<void> => speak(preferredLocale([localStorage.getItem(storageKey) ?? '', ...navigator.languages]));

/** A component that is loaded with the words that it says. */
export const lazyWithWords = <P extends object>(part: Part, load: () => Promise<{ default: ComponentType<P> }>): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => {
    await needWords(part);
    return load();
  });

/** The language of the page and how to say things in it. */
export function useWords(): Words {
  const current = useStore(words);
  if (!current) throw new Error('Words are loaded before anything is shown');
  return current;
}
