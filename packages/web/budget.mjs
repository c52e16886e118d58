/**
 * Holds the pages to their budget: the JavaScript of a first load, compressed, in every language. Reads the manifest of the last build.
 * Exits with 1 when a language is over.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgetBytes = 130 * 1024;
const dist = new URL('./dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** A chunk with everything that it imports statically. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) withImports(imported, seen);
  return seen;
}

const chunkNamed = (pattern) => {
  const found = Object.keys(manifest).find((key) => pattern.test(key));
  if (!found) throw new Error(`The build has no chunk for ${pattern}`);
  return found;
};
const weigh = (keys) => [...keys].reduce((sum, key) => sum + gzipSync(readFileSync(new URL(manifest[key].file, dist)), { level: 9 }).length, 0);

/** What a first visit to each page loads: the entry, the page, and the words that its route asks for, in one language. */
const entry = chunkNamed(/^index\.html$/);
const pages = Object.keys(manifest).filter((key) => key.endsWith('-page.tsx'));
const languages = ['en', 'zh', 'ja', 'ko'];

function partsOf(page) {
  const directory = new URL(page.replace(/[^/]+$/, ''), import.meta.url);
  const files = readdirSync(directory).filter((file) => file.endsWith('.route.ts'));
  const routes = files.flatMap((file) => readFileSync(new URL(file, directory), 'utf8').split('createRoute('));
  const own = routes.find((route) => route.includes(page.slice(page.lastIndexOf('/') + 1))) ?? '';
  return ['base', ...(/needWords\(([^)]+)\)/.exec(own)?.[1].match(/\w+/g) ?? [])];
}

let over = false;
for (const page of pages) {
  for (const language of languages) {
    const words = partsOf(page).map((part) => chunkNamed(new RegExp(`virtual:words/${language}/${part}$`)));
    const bytes = weigh(new Set([...withImports(entry), ...withImports(page), ...words.flatMap((key) => [...withImports(key)])]));
    const line = `${(bytes / 1024).toFixed(1).padStart(6)} kB  ${page.replace(/^src\/account\//, '')}  ${language}`;
    if (bytes > budgetBytes) over = true;
    console.log(bytes > budgetBytes ? `${line}  OVER` : line);
  }
}
console.log(`Budget: ${budgetBytes / 1024} kB of JavaScript, gzip, on first load.`);
process.exit(over ? 1 : 0);
