import type { CompiledMessage, CompiledMessageToken } from '@lingui/message-utils/compileMessage';
import { numberFormat, pluralRules } from './formatters.ts';

/** What may be put into a message. It goes in as it is, whatever it holds. */
export type Values = Readonly<Record<string, string | number>>;

/** A message named a value that it was not given, or one of the wrong kind: a programmer's error. */
export class MessageError extends Error {}

type Choices = Readonly<Record<string, CompiledMessage>> & { readonly offset?: number | undefined };

function readValue(values: Values, name: string): string | number {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new MessageError(`the value "${name}" is missing`);
  return value;
}

const branch = (choices: Choices, name: string): CompiledMessage | undefined => (Object.hasOwn(choices, name) ? choices[name] : undefined);

/** The branch of a plural or select, and the number that `#` stands for in it. */
function choose(tag: string, value: string | number, type: string, choices: Choices): [CompiledMessage, number | undefined] {
  const other = branch(choices, 'other') ?? [];
  if (type === 'select') return [branch(choices, String(value)) ?? other, undefined];
  if (typeof value !== 'number') throw new MessageError(`a plural counts numbers, not ${JSON.stringify(value)}`);
  const counted = value - (choices.offset ?? 0);
  return [branch(choices, String(value)) ?? branch(choices, pluralRules(tag).select(counted)) ?? other, counted];
}

function formatToken(tag: string, token: CompiledMessageToken, values: Values, counted: number | undefined): string {
  if (typeof token === 'string') return token === '#' && counted !== undefined ? numberFormat(tag).format(counted) : token;
  const [name, type, choices] = token;
  const value = readValue(values, name);
  if (type === 'plural' || type === 'select') {
    const [message, inner] = choose(tag, value, type, choices as Choices);
    return formatMessage(tag, message, values, inner ?? counted);
  }
  if (type !== undefined) throw new MessageError(`messages here have no argument of type "${type}"`);
  return typeof value === 'number' ? numberFormat(tag).format(value) : value;
}

/**
 * Puts values into a message that was compiled from ICU MessageFormat. Values are inert: nothing in them is read as syntax or as an escape sequence
 * (Lingui's own runtime decodes `\u202e` in the finished text, so that a device's name could turn the line around).
 * @throws MessageError when a value is missing
 */
export const formatMessage = (tag: string, message: CompiledMessage, values: Values, counted?: number): string =>
  message.map((token) => formatToken(tag, token, values, counted)).join('');
