import { expect, test } from 'vitest';
import { backOff } from './back-off.ts';

test('the pause doubles, stays within half a minute, and never vanishes', () => {
  expect(backOff(0, 0)).toBe(250);
  expect(backOff(1, 0)).toBe(500);
  expect(backOff(3, 0.999)).toBeLessThan(4_000);
  expect(backOff(1_000, 0.999)).toBeLessThanOrEqual(30_000);
  expect(backOff(1_000, 0)).toBe(15_000);
});
