/** Control characters, bidirectional controls, zero-width and other invisible formatting, lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * The text as one short line that shows what it says: no control, bidirectional or invisible character, single spaces,
 * at most `maxLength` UTF-16 units. Null when nothing is left. It is still not markup-safe: pages escape it.
 */
export function plainText(text: unknown, maxLength: number): string | null {
  if (typeof text !== 'string') return null;
  const line = text
    .slice(0, maxLength * 4)
    .replace(invisible, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const capped = line
    .slice(0, maxLength)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
  return capped === '' ? null : capped;
}
