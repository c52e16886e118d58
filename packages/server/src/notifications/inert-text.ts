import { plainText } from '../kernel/plain-text.ts';

const maxLength = 120;

/** Where mail clients find links in plain text: `name.tld`, `scheme://`, `name@`. */
const linkSeams = /(?<=[\p{L}\p{N}])\.(?=\p{L})|:(?=\/\/)|@/gu;

/**
 * A text from outside as one line of a mail that nobody can click: controls and invisible characters are gone, and a hair space breaks what mail clients
 * would turn into a link. Still to be escaped in HTML. A dash when nothing is left.
 * @see CVE-2022-31127
 */
export const inertText = (text: string): string => plainText(text, maxLength)?.replace(linkSeams, '$&\u200A') ?? '–';
