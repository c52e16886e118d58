import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { invariant } from './problem.ts';

/** HTML that is safe to send: every value in it was escaped or was markup itself. */
export type Markup = HtmlEscapedString;

type Part = string | number | Markup | null | false | readonly (Markup | null | false)[];

/** HTML from a template. Texts and numbers among the values are escaped; markup and lists of it go in as they are; null and false leave nothing. */
export function markup(strings: TemplateStringsArray, ...values: Part[]): Markup {
  const made = html(strings, ...values);
  invariant(!(made instanceof Promise), 'markup has no asynchronous parts');
  return made;
}

/** Marks our own text as markup. Never for anything that came from outside. */
export const ownMarkup = (text: string): Markup => raw(text);
