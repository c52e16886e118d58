import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMessage, type Values } from './format-message.ts';
import { MessageError } from './index.ts';
import { createTranslator } from './server.ts';

const say = (message: string, values: Values, tag = 'en') => formatMessage(tag, compileMessageOrThrow(message), values);

describe('a value is inert', () => {
  test.each(['\\u202e', '\\x3cb\\x3e', '{name}', '#', '%__lingui_octothorpe__%', "'{", '<b>', '$&'])('%s', (name) => {
    expect(say('Looks like your {name}.', { name })).toBe(`Looks like your ${name}.`);
    expect(say('{n, plural, one {# of {name}} other {#s of {name}}}', { n: 2, name })).toBe(`2s of ${name}`);
  });

  test('whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => say('a{name}b', { name }) === `a${name}b`));
  });
});

describe('a gap in the programme never shows', () => {
  const t = createTranslator('en');
  test('a missing value', () => expect(() => t('common.apiClientNamed')).toThrow(MessageError));
  test('a value that only the prototype has', () => expect(() => say('{toString}', {})).toThrow(MessageError));
  test('a key that does not exist', () => expect(() => t('common.nothing' as 'common.brand')).toThrow(MessageError));
  test('a key that only the prototype has', () => expect(() => t('constructor' as 'common.brand')).toThrow(MessageError));
  test('a plural of a text', () => expect(() => t('common.countDevices', { count: '2' })).toThrow(MessageError));
});

describe('messages', () => {
  test.each([
    [0, '0 devices'],
    [1, '1 device'],
    [1200, '1,200 devices'],
  ])('count %d in English', (count, expected) => expect(createTranslator('en')('common.countDevices', { count })).toBe(expected));

  test('count in Chinese, Japanese and Korean', () => {
    expect(createTranslator('zh')('common.countDevices', { count: 1200 })).toBe('1,200台设备');
    expect(createTranslator('ja')('common.countDevices', { count: 1 })).toBe('1台のデバイス');
    expect(createTranslator('ko')('common.countDevices', { count: 3 })).toBe('기기 3대');
  });

  test('take the other branch for a case that only the prototype has', () => {
    expect(say('{kind, select, vpn {VPN} other {something}}', { kind: 'constructor' })).toBe('something');
  });
});
