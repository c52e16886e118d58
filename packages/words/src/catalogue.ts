import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Locale } from '@warder/api';
import type { Section } from './message-key.ts';
import type { CompiledMessages } from './translator.ts';

/** Every section, in the order of the catalogue. */
export const sections = [
  'common',
  'judgements',
  'problems',
  'mail',
  'links',
  'auth',
  'settings',
  'overview',
  'devices',
  'device',
  'actions',
  'activity',
  'shell',
] as const satisfies readonly Section[];

/** What the pages in the browser need, in the parts that they load: what every page says, then what some do. */
export const pageParts = {
  base: ['common', 'problems', 'shell'],
  entry: ['auth'],
  overview: ['overview'],
  devices: ['devices', 'judgements'],
  device: ['device'],
  actions: ['actions'],
  activity: ['activity'],
  settings: ['settings'],
} as const satisfies Record<string, readonly Section[]>;

export type PagePart = keyof typeof pageParts;

/** The file of one section in one language. */
export const catalogueFile = (locale: Locale, section: Section): string =>
  fileURLToPath(new URL(`./catalogue/${locale}/${section}.json`, import.meta.url));

/** The messages of one section in ICU MessageFormat, as written. */
export const readSection = (locale: Locale, section: Section): Record<string, string> =>
  JSON.parse(readFileSync(catalogueFile(locale, section), 'utf8')) as Record<string, string>;

/**
 * The messages of some sections, compiled, by `section.key`.
 * @throws Error naming the message that is not valid ICU MessageFormat
 */
export function compileSections(locale: Locale, wanted: readonly Section[]): CompiledMessages {
  const compiled = wanted.flatMap((section) =>
    Object.entries(readSection(locale, section)).map(
      ([key, message]) => [`${section}.${key}`, compileNamed(`${locale} ${section}.${key}`, message)] as const,
    ),
  );
  return Object.fromEntries(compiled);
}

function compileNamed(name: string, message: string): CompiledMessages[string] {
  try {
    return compileMessageOrThrow(message);
  } catch (cause) {
    throw new Error(`${name} is not a valid message: ${message}`, { cause });
  }
}
