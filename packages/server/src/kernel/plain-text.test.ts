import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['Home-iMac', 'Home-iMac'],
  ['  two \t\n lines ', 'two lines'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['東京\u200B', '東京'],
  ['\u0000\u2066', null],
  [7, null],
  [null, null],
])('%j reads %j', (text, expected) => {
  expect(plainText(text, 20)).toBe(expected);
});

test('is never longer than asked for, and never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.integer({ min: 1, max: 20 }), (text, most) => {
      const plain = plainText(text, most);
      expect(plain === null || (plain.length <= most && plain.isWellFormed() && !/\p{Cc}|\p{Cf}/u.test(plain))).toBe(true);
    }),
  );
});
