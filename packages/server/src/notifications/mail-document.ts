import type { Fact } from './describe-circumstances.ts';

/** A piece of a mail. Texts are plain and inert; each rendering escapes for itself. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'code'; code: string }
  | { kind: 'facts'; title?: string; facts: readonly Fact[] }
  | { kind: 'button'; label: string; url: string; tone: 'brand' | 'danger' };

/** What a mail says, apart from how it looks, so that HTML and text cannot say different things. */
export interface MailDocument {
  /** Subject and heading. Never holds a code or anything from outside. */
  subject: string;
  blocks: readonly Block[];
}

/** What stands around every mail. */
export interface MailFrame {
  /** BCP 47 */
  language: string;
  brand: string;
  /** The holder's anti-phishing code with its words; null when none is set. */
  antiPhishing: { label: string; code: string; note: string } | null;
  footer: string;
  /** Joins a label and a value in text. */
  fact: (fact: Fact) => string;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
