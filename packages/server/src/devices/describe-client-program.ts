import type { Client } from '@warder/api';
import { plainText } from '../kernel/plain-text.ts';
import type { Detected } from './describe-client-detector.ts';

/** The program that speaks: browser, app or library. */
export type Program = Pick<Client, 'kind' | 'name' | 'version' | 'engine'>;

const maxNameLength = 60;
/** What occurs in the names of real products and models. Whatever else is in there was not written by a maker of browsers. */
const productName = /^[\p{L}\p{N} ._+/'()&,:!@-]+$/u;

/** A claimed name as plain short text, or null when it is no name. */
export function productText(text: string): string | null {
  const plain = plainText(text, maxNameLength);
  return plain !== null && productName.test(plain) ? plain : null;
}

const versionParts = (text: string, count: number): string | null => {
  const parts = /^\d{1,5}(?:\.\d{1,6})*/.exec(text)?.[0].split('.').slice(0, count);
  return parts?.join('.') ?? null;
};
export const major = (text: string): string | null => versionParts(text, 1);
export const majorMinor = (text: string): string | null => versionParts(text, 2);

/** The library's names that tell the platform twice, or that people do not use. */
const browserNames: Readonly<Record<string, string>> = {
  'Mobile Safari': 'Safari',
  'Chrome Mobile': 'Chrome',
  'Chrome Mobile iOS': 'Chrome',
  'Firefox Mobile': 'Firefox',
  'Firefox Mobile iOS': 'Firefox',
  'Microsoft Edge': 'Edge',
  'Opera Mobile': 'Opera',
  'Opera Mini iOS': 'Opera Mini',
  'Opera Touch': 'Opera',
  'Samsung Browser': 'Samsung Internet',
  'Mobile Silk': 'Silk',
  'DuckDuckGo Privacy Browser': 'DuckDuckGo',
  'Mobile Samsung Browser': 'Samsung Internet',
};

/** Libraries by how their agent begins; the library's own list misses some and names others oddly. */
const libraries: readonly (readonly [RegExp, string])[] = [
  [/^curl\//, 'curl'],
  [/^Wget\//i, 'Wget'],
  [/^python-requests\//, 'python-requests'],
  [/^python-httpx\//, 'httpx'],
  [/\baiohttp\//, 'aiohttp'],
  [/^Python-urllib\//i, 'Python urllib'],
  [/^axios\//, 'axios'],
  [/^okhttp\//i, 'OkHttp'],
  [/^Go-http-client\//, 'Go http client'],
  [/^node-fetch\b/, 'node-fetch'],
  [/^node(?:\.js)?(?:\/|$)/i, 'Node.js'],
  [/^undici(?:\/|$)/, 'undici'],
  [/^got(?:\/|\s|$)/, 'got'],
  [/^Deno\//, 'Deno'],
  [/^Bun\//, 'Bun'],
  [/^Java-http-client\//, 'Java http client'],
  [/^Apache-HttpClient\//, 'Apache HttpClient'],
  [/^Java\//, 'Java'],
  [/^ccxt(?:\/|$)/i, 'ccxt'],
  [/^PostmanRuntime\//, 'Postman'],
  [/^insomnia\//i, 'Insomnia'],
  [/^HTTPie\//, 'HTTPie'],
  [/^GuzzleHttp\//, 'Guzzle'],
  [/^reqwest\//, 'reqwest'],
  [/^Dart\//, 'Dart'],
  [/^RestSharp\//, 'RestSharp'],
  [/\bWindowsPowerShell\//, 'PowerShell'],
  [/\bPowerShell\//, 'PowerShell'],
];

const versionAfter = (agent: string, at: number): string => agent.slice(at).match(/^[^/\s]*\/(\d[\d.]*)/)?.[1] ?? '';

/** The library that speaks, or null. Cheap: needs no detection. */
export function libraryProgram(agent: string): Program | null {
  for (const [pattern, name] of libraries) {
    const found = pattern.exec(agent);
    if (found) return { kind: 'api', name, version: majorMinor(versionAfter(agent, found.index)), engine: null };
  }
  return null;
}

const shells = new Set(['Mozilla', 'AppleWebKit', 'Chrome', 'Electron', 'Safari', 'Version', 'Mobile', 'Chromium', 'HeadlessChrome']);

/** An Electron app names itself among the tokens of its Chromium: `… Slack/4.45.69 Chrome/138.0 Electron/37.2 …`. */
function electronProgram(agent: string): Program | null {
  if (!/\bElectron\/\d/.test(agent)) return null;
  const tokens = agent.replace(/\([^)]*\)/g, ' ').matchAll(/(?:^|\s)([^\s/]{1,60})\/(\d[^\s]{0,30})/g);
  const [, name = '', version = ''] = [...tokens].find(([, token = '']) => !shells.has(token)) ?? [];
  return { kind: 'app', name: productText(name), version: majorMinor(version), engine: 'Blink' };
}

/** `my-trading-bot/1.2`: a product token of RFC 9110 §10.1.5 and nothing of a browser. */
function tokenProgram(agent: string): Program | null {
  const [, name, version] = /^([A-Za-z][\w.+-]{1,39})\/(\d[\d.]{0,20})(?=[\s;(]|$)/.exec(agent) ?? [];
  if (name === undefined || version === undefined || name === 'Mozilla') return null;
  return { kind: 'api', name, version: majorMinor(version), engine: null };
}

function browserProgram({ clientName, clientVersion, engine }: Detected): Program {
  const webView = clientName === 'Chrome Webview';
  const name = webView ? 'Android WebView' : (browserNames[clientName] ?? productText(clientName));
  const version = name === 'Safari' ? majorMinor(clientVersion) : major(clientVersion);
  return { kind: webView ? 'app' : 'browser', name, version, engine: productText(engine) };
}

/** What the library calls a browser, an app or a library; its feed readers and players are apps to their owner. */
function detectedProgram(detected: Detected): Program | null {
  const { clientType, clientName, clientVersion, engine } = detected;
  if (clientName === '') return null;
  if (clientType === 'browser') return browserProgram(detected);
  const kind = clientType === 'library' ? 'api' : 'app';
  return { kind, name: productText(clientName), version: majorMinor(clientVersion), engine: kind === 'app' ? productText(engine) : null };
}

/** Which program speaks, when it is no HTTP library. Our own rules come first, where the detector is wrong or silent. Unknown is all null. */
export const programOf = (agent: string, detected: Detected): Program =>
  electronProgram(agent) ?? detectedProgram(detected) ?? tokenProgram(agent) ?? { kind: 'unknown', name: null, version: null, engine: null };
