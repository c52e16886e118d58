import { expect, test } from 'vitest';
import { nextPage } from './next-page.ts';

const origin = 'https://warder.example';

test.each([
  ['/devices?country=NG', '/devices?country=NG'],
  ['/devices#map', '/devices#map'],
])('%s is a page of this site', (next, page) => expect(nextPage(next, origin)).toBe(page));

test.each(['//evil.example/x', '/\\evil.example', '/\t/evil.example', 'https://evil.example', 'javascript:alert(1)', '', undefined, 7])(
  '%j leads to the overview',
  (next) => expect(nextPage(next, origin)).toBe('/'),
);
