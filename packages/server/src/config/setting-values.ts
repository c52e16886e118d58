/** The environment, as the operator sets it. */
export type Environment = Readonly<Record<string, string | undefined>>;
/** How the text of a setting is read. Each reader answers the value, or what is wrong with the text: the end of a sentence that begins with the setting's name. */
export type Reader<T> = (text: string) => { value: T } | { wrong: string };

const needs = (what: string): { wrong: string } => ({ wrong: `must be ${what}` });
const webHostsWithoutTls = new Set(['localhost', '127.0.0.1', '[::1]']);
const minKeyCharacters = 32;
/** A key of 32 times the same character is long, and no secret. */
const minDistinctCharacters = 10;
export const keyAdvice = `at least ${minKeyCharacters} random characters, such as "openssl rand -base64 32" prints`;

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

export const wholeNumber =
  (least: number, most: number): Reader<number> =>
  (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? { value } : needs(`a whole number from ${least} to ${most}, and is "${text}"`);
  };

export const oneOf =
  <T extends string>(...values: readonly T[]): Reader<T> =>
  (text) => {
    const value = values.find((candidate) => candidate === text);
    return value ? { value } : needs(`one of ${values.join(', ')}, and is "${text}"`);
  };

export const anyText: Reader<string> = (value) => ({ value });

/** An origin: a page's address without path. Cookies and device keys are safe over TLS alone, this machine itself excepted. */
export const webOrigin: Reader<string> = (text) => {
  const url = parseUrl(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || text.replace(/\/$/, '') !== url.origin) {
    return needs(`an address without a path, such as https://security.example.com, and is "${text}"`);
  }
  if (url.protocol === 'http:' && !webHostsWithoutTls.has(url.hostname))
    return { wrong: `must begin with https:// for any host but localhost, and is "${text}"` };
  return { value: url.origin };
};

/** Never repeats the text, which holds a password. */
export const urlOf =
  (example: string, ...schemes: readonly string[]): Reader<string> =>
  (text) =>
    schemes.includes(parseUrl(text)?.protocol.slice(0, -1) ?? '') ? { value: text } : needs(`an address such as ${example}`);

/** `Name <address>` or the address alone, on one line. */
export const mailbox: Reader<string> = (text) =>
  /^(?:[^<>\r\n]+ )?<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(text)
    ? { value: text }
    : needs(`a sender such as "Example <security@example.com>"`);

/** Keys parted by commas or line ends: the first seals, all open. */
export const secretKeyList: Reader<[string, ...string[]]> = (text) => {
  const [first, ...rest] = text
    .split(/[,\r\n]+/)
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (!first) return needs(keyAdvice);
  const weak = [first, ...rest].some((key) => key.length < minKeyCharacters || new Set(key).size < minDistinctCharacters);
  return weak ? needs(`${keyAdvice}; several keys are parted by commas`) : { value: [first, ...rest] };
};
