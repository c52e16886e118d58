import { basename, dirname } from 'node:path';
import type { Locale } from '@warder/api';
import type { Plugin } from 'vite';
import { catalogueFile, compileSections, pageSections } from './catalogue.ts';

const prefix = 'virtual:words/';
const locales: readonly string[] = ['en', 'zh', 'ja', 'ko'] satisfies Locale[];

/**
 * Gives `virtual:words/<locale>`: the messages that the pages need, compiled, so that no parser is in the bundle and a browser loads one language.
 * A message that is not valid fails the build.
 */
export function wordsPlugin(): Plugin {
  return {
    name: 'warder-words',
    resolveId(id) {
      return id.startsWith(prefix) && locales.includes(id.slice(prefix.length)) ? `\0${id}` : null;
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const locale = id.slice(prefix.length + 1) as Locale;
      for (const section of pageSections) this.addWatchFile(catalogueFile(locale, section));
      return `export default ${JSON.stringify(compileSections(locale, pageSections))};`;
    },
    hotUpdate({ file, modules }) {
      const locale = basename(dirname(file));
      const words = this.environment.moduleGraph.getModuleById(`\0${prefix}${locale}`);
      return words && file.endsWith('.json') ? [...modules, words] : modules;
    },
  };
}
