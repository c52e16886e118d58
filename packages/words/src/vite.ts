import { basename, dirname } from 'node:path';
import type { Locale } from '@warder/api';
import type { Plugin } from 'vite';
import { catalogueFile, compileSections, type PagePart, pageParts } from './catalogue.ts';

const prefix = 'virtual:words/';
const locales = ['en', 'zh', 'ja', 'ko'] as const satisfies readonly Locale[];

/** What `virtual:words/<locale>/<part>` names, or null when it is neither. */
function readId(id: string): { locale: Locale; part: PagePart } | null {
  if (!id.startsWith(prefix)) return null;
  const [language, part = ''] = id.slice(prefix.length).split('/');
  const locale = locales.find((known) => known === language);
  return locale && Object.hasOwn(pageParts, part) ? { locale, part: part as PagePart } : null;
}

/**
 * Gives `virtual:words/<locale>/<part>`: the messages that some pages need, compiled, so that no parser is in the bundle and a browser loads one
 * language and of it what its pages say.
 * A message that is not valid fails the build.
 */
export function wordsPlugin(): Plugin {
  return {
    name: 'warder-words',
    resolveId(id) {
      return readId(id) ? `\0${id}` : null;
    },
    load(id) {
      const wanted = id.startsWith('\0') ? readId(id.slice(1)) : null;
      if (!wanted) return null;
      const sections = pageParts[wanted.part];
      for (const section of sections) this.addWatchFile(catalogueFile(wanted.locale, section));
      return `export default ${JSON.stringify(compileSections(wanted.locale, sections))};`;
    },
    hotUpdate({ file, modules }) {
      if (!file.endsWith('.json')) return modules;
      const locale = basename(dirname(file));
      const words = Object.keys(pageParts).map((part) => this.environment.moduleGraph.getModuleById(`\0${prefix}${locale}/${part}`));
      return [...modules, ...words.filter((module) => module !== undefined)];
    },
  };
}
