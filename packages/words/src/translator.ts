import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import type { Locale } from '@warder/api';
import { formatMessage, MessageError, type Values } from './format-message.ts';
import { languageTag } from './locale.ts';
import type { MessageKey } from './message-key.ts';

/** Says a message of the catalogue in one language. Values are inert and not escaped: whoever makes HTML of the answer escapes it. */
export type Translator = (key: MessageKey, values?: Values) => string;

/** Messages of one language, compiled ahead, by key. */
export type CompiledMessages = Readonly<Record<string, CompiledMessage>>;

/**
 * A translator over compiled messages; brings no message parser.
 *
 * Throws {@link MessageError} when a key or a value is missing, so that a gap is found by a test and a raw key or placeholder never shows.
 */
export function createCompiledTranslator(locale: Locale, messages: CompiledMessages): Translator {
  const tag = languageTag(locale);
  return (key, values = {}) => {
    const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
    if (!message) throw new MessageError(`no message "${key}" in ${locale}`);
    return formatMessage(tag, message, values);
  };
}
