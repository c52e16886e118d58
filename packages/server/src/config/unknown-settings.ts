import type { Environment } from './setting-values.ts';

const prefix = 'WARDER_';
/** The tests' own, read by the scripts that run them. */
const ofTheTests = new Set(['WARDER_CHROMIUM']);
/** What Kubernetes tells every pod of a service named "warder". */
const ofKubernetes = (name: string, text: string): boolean =>
  /^WARDER_(SERVICE_|PORT_\d)/.test(name) || (name === 'WARDER_PORT' && text.includes('://'));
const mostEdits = 3;

/** The Levenshtein distance: how many characters must be put in, taken out or changed to make one text of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (left === right ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function resembling(name: string, known: readonly string[]): string | null {
  const bare = name.slice(prefix.length);
  if (known.includes(bare)) return bare;
  const [nearest] = known.map((candidate) => ({ candidate, edits: editDistance(name, candidate) })).sort((a, b) => a.edits - b.edits);
  return nearest && nearest.edits <= mostEdits ? nearest.candidate : null;
}

/** What is wrong with the names that look like settings of Warder's and are none: a misspelt setting would be a default that nobody asked for. */
export const unknownSettings = (env: Environment, known: readonly string[]): string[] =>
  Object.entries(env)
    .filter(([name, text = '']) => name.startsWith(prefix) && !known.includes(name) && !ofTheTests.has(name) && !ofKubernetes(name, text))
    .map(([name]) => {
      const meant = resembling(name, known);
      return meant ? `${name} is no setting; did you mean ${meant}?` : `${name} is no setting of Warder`;
    });
