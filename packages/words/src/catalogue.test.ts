import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { locales, problems } from '@warder/api';
import { describe, expect, test } from 'vitest';
import { readSection, sections } from './catalogue.ts';

/** Every argument in a message, those inside branches too. */
function argumentsOf(message: CompiledMessage): { name: string; type: string }[] {
  return message.flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, type = 'value', choices] = token;
    const inner =
      typeof choices === 'object' && choices !== null
        ? Object.values(choices).flatMap((branch) => (Array.isArray(branch) ? argumentsOf(branch) : []))
        : [];
    return [{ name, type }, ...inner];
  });
}

const namesOf = (message: CompiledMessage): string[] => [...new Set(argumentsOf(message).map(({ name }) => name))].sort();

/** The branches of every `select`: a code that one language does not know would read as "other" there. */
function selectsOf(message: CompiledMessage): string[] {
  return message.flatMap((token) => {
    if (typeof token === 'string' || typeof token[2] !== 'object' || token[2] === null) return [];
    const [name, type, choices] = token;
    const branches = Object.entries(choices).filter(([, branch]) => Array.isArray(branch));
    const own =
      type === 'select'
        ? [
            `${name}: ${branches
              .map(([branch]) => branch)
              .sort()
              .join(' ')}`,
          ]
        : [];
    return [...own, ...branches.flatMap(([, branch]) => selectsOf(branch as CompiledMessage))];
  });
}

describe.each(sections)('section %s', (section) => {
  const english = readSection('en', section);

  test.each(locales)('%s has the same keys in the same order', (locale) => {
    expect(Object.keys(readSection(locale, section))).toEqual(Object.keys(english));
  });

  test.each(locales)('%s compiles, names the same values and knows the same cases', (locale) => {
    for (const [key, message] of Object.entries(readSection(locale, section))) {
      const compiled = compileMessageOrThrow(message);
      const source = compileMessageOrThrow(english[key] ?? '');
      expect(namesOf(compiled), key).toEqual(namesOf(source));
      expect(selectsOf(compiled), key).toEqual(selectsOf(source));
      for (const { type } of argumentsOf(compiled)) expect(['value', 'plural', 'select'], key).toContain(type);
    }
  });
});

test.each(locales)('%s says something for every problem code', (locale) => {
  const said = readSection(locale, 'problems');
  for (const code of Object.keys(problems)) expect(said[code], code).toBeTruthy();
});

const messagesOf = (locale: (typeof locales)[number]) =>
  sections.flatMap((section) => Object.entries(readSection(locale, section)).map(([key, message]) => ({ name: `${section}.${key}`, message })));

/** What a message breaks of the writing rules in TERMS.md; `{…}` stands for whatever comes in. */
const rules: Record<(typeof locales)[number], readonly [RegExp, string][]> = {
  en: [
    [/\b(?:invalid|illegal|failed|oops)\b/i, 'no jargon, no alarm'],
    [/\b(?:e-mail|log ?in|log ?out|logged)\b/i, 'the word of TERMS.md'],
  ],
  zh: [
    [/你/, '您, not 你'],
    [/[\p{sc=Han}][,;:?!]|[,;:?!][\p{sc=Han}]/u, 'full-width punctuation'],
    [/[\p{sc=Han}][A-Za-z]|[A-Za-z][\p{sc=Han}]/u, 'a space between Han and Latin'],
    [/[\p{sc=Han}] \d|\d [\p{sc=Han}]/u, 'no space around numbers'],
    [/账号|帐|登陆|登出|注销/, 'the word of TERMS.md'],
    [/「|」/, 'quotes “”'],
  ],
  ja: [
    [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][,;:?!]/u, 'full-width punctuation'],
    [
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}] [A-Za-z0-9]|[A-Za-z0-9] [\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u,
      'no space between Japanese and Latin',
    ],
    [/サインイン|サインアウト|端末|あなた/, 'the word of TERMS.md'],
    [/[“”]/, 'quotes 「」'],
  ],
  ko: [
    [/(?<!주세|하세|마세)요[.]|(?<![나가까])요[?]|당신/u, '합쇼체, and no 당신'],
    [/장치|디바이스|패스워드|사인인/, 'the word of TERMS.md'],
    [/[，。：（）「」“”]/, 'Korean punctuation'],
  ],
};

describe.each(locales)('%s', (locale) => {
  test.each(messagesOf(locale))('$name is well written', ({ message }) => {
    expect(message.trim()).toBe(message);
    expect(message).not.toBe('');
    expect(message, 'two spaces').not.toMatch(/ {2}/);
    expect(message, 'straight quotes').not.toMatch(/['"]/);
    expect(message, 'three dots').not.toContain('...');
    expect(message, 'exclamation').not.toMatch(/[!！]/);
    expect(message, 'space beside full-width punctuation').not.toMatch(/[，。：；？！（）、」「] | [，。：；？！（）、」「]/);
    for (const [pattern, rule] of rules[locale]) expect(message, rule).not.toMatch(pattern);
  });
});
