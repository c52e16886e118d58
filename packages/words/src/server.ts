/** The words for Node: reads the whole catalogue. Pages import `virtual:words/<locale>/<part>` instead. */
import type { Locale } from '@warder/api';
import { compileSections, sections } from './catalogue.ts';
import { createCompiledTranslator, type Translator } from './translator.ts';

const made = new Map<Locale, Translator>();

/** The translator of a language over every section; read and compiled once. */
export function createTranslator(locale: Locale): Translator {
  const translator = made.get(locale) ?? createCompiledTranslator(locale, compileSections(locale, sections));
  made.set(locale, translator);
  return translator;
}
