import { type CompiledMessages, createCompiledTranslator, languageTag, type Translator } from '@warder/words';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { createStore, useStore } from '../data/store.ts';
import type { Locale } from './locales.ts';
import { load, type Part } from './parts.ts';
import { preferredLocale } from './preferred-locale.ts';

/** Each language by its own name, in the order of the menu. */
export const languageNames: Record<Locale, string> = { en: 'English', zh: '简体中文', ja: '日本語', ko: '한국어' };

export interface Words {
  locale: Locale;
  t: Translator;
}

const storageKey = 'warder.language';
const words = createStore<Words | null>(null);

/** The language last asked for: the one spoken, or the one that is on its way. */
let wanted: Locale = 'en';
const needed = new Set<Part>(['base']);
const loaded = new Map<string, CompiledMessages>();
const shown = new Set<Part>();
const nameOf = (locale: Locale, part: Part): string => `${locale}/${part}`;

/** Loads what is missing of all that is needed, what others ask for meanwhile included. */
async function complete(locale: Locale): Promise<void> {
  const missing = [...needed].filter((part) => !loaded.has(nameOf(locale, part)));
  if (missing.length === 0) return;
  const loading = missing.map(async (part) => {
    const { default: messages } = await load[locale][part]();
    loaded.set(nameOf(locale, part), messages);
  });
  await Promise.all(loading);
  return complete(locale);
}

function show(locale: Locale): void {
  const messages: Record<string, CompiledMessages[string]> = {};
  for (const part of needed) {
    const found = loaded.get(nameOf(locale, part));
    if (!found) continue;
    Object.assign(messages, found);
    shown.add(part);
  }
  document.documentElement.lang = languageTag(locale);
  localStorage.setItem(storageKey, locale);
  words.set({ locale, t: createCompiledTranslator(locale, messages) });
}

/** Says everything in that language from here on, and remembers it in this browser. Of two calls the later one wins, whichever loads faster. */
export async function speak(locale: Locale): Promise<void> {
  wanted = locale;
  try {
    await complete(locale);
  } catch (error) {
    wanted = words.get()?.locale ?? wanted;
    throw error;
  }
  if (wanted === locale && words.get()?.locale !== locale) show(locale);
}

/** Loads what a page says before it shows. */
export async function needWords(...parts: Part[]): Promise<void> {
  if (parts.every((part) => shown.has(part))) return;
  for (const part of parts) needed.add(part);
  const locale = wanted;
  await complete(locale);
  if (wanted === locale) show(locale);
  else await needWords(...parts);
}

/** Speaks the language last used here, else the first of the browser's that Warder has. */
export const speakFirst = (): Promise<void> => speak(preferredLocale([localStorage.getItem(storageKey) ?? '', ...navigator.languages]));

/** A component that is loaded with the words that it says. */
export const lazyWithWords = <P extends object>(
  part: Part,
  loadComponent: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => {
    await needWords(part);
    return loadComponent();
  });

/** The language of the page and how to say things in it. */
export function useWords(): Words {
  const current = useStore(words);
  if (!current) throw new Error('Words are loaded before anything is shown');
  return current;
}
