/** Request headers as Node gives them. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The largest part of a user agent that is read or stored. Real ones are below 300 characters. */
const maxAgentLength = 512;
const maxHintLength = 300;

/**
 * What the server sends with its pages, so that a Chromium browser tells more of itself with each request that follows. There is no `Critical-CH`:
 * it would make the browser load the first page twice, and the page is always loaded before anybody signs in.
 * @see https://wicg.github.io/ua-client-hints/
 */
export const clientHintHeaders: Readonly<Record<'accept-ch', string>> = {
  'accept-ch': [
    'Sec-CH-UA',
    'Sec-CH-UA-Full-Version-List',
    'Sec-CH-UA-Platform',
    'Sec-CH-UA-Platform-Version',
    'Sec-CH-UA-Model',
    'Sec-CH-UA-Mobile',
    'Sec-CH-UA-Arch',
    'Sec-CH-UA-Form-Factors',
  ].join(', '),
};

/** Client Hints in plain values; null where the browser did not say. */
export interface Hints {
  brands: readonly { brand: string; version: string }[];
  platform: string | null;
  platformVersion: string | null;
  model: string | null;
  mobile: boolean | null;
}

const headerText = (headers: Headers, name: string, most: number): string => {
  const value = headers[name];
  const text = typeof value === 'string' ? value : value?.[0];
  return typeof text === 'string' ? text.slice(0, most) : '';
};

/** The user agent, capped. A repeated header counts by its first value. Raw: show it escaped and nowhere else. */
export const agentOf = (headers: Headers): string => headerText(headers, 'user-agent', maxAgentLength);

/** A structured-field string (RFC 8941 §3.3.3) without its quotes. */
const sfString = (text: string): string | null => /^"([^"\\]*)"$/.exec(text)?.[1] || null;

const brandItem = /"([^"\\]{1,60})";\s*v="([^"\\]{1,30})"/g;
/** Chromium adds a made-up brand, so that nobody relies on the list ("GREASE"). */
const isGrease = (brand: string): boolean => /not.?a.?brand/i.test(brand.replace(/[^a-z]+/gi, ' '));

const brandsIn = (text: string) =>
  [...text.matchAll(brandItem)].map(([, brand = '', version = '']) => ({ brand, version })).filter(({ brand }) => !isGrease(brand));

export function readHints(headers: Headers): Hints {
  const hint = (name: string) => headerText(headers, name, maxHintLength);
  const full = brandsIn(hint('sec-ch-ua-full-version-list'));
  const mobile = hint('sec-ch-ua-mobile');
  return {
    brands: full.length > 0 ? full : brandsIn(hint('sec-ch-ua')),
    platform: sfString(hint('sec-ch-ua-platform')),
    platformVersion: sfString(hint('sec-ch-ua-platform-version')),
    model: sfString(hint('sec-ch-ua-model')),
    mobile: mobile === '?1' ? true : mobile === '?0' ? false : null,
  };
}
