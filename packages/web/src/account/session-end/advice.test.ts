import { expect, test } from 'vitest';
import { adviseAfter } from './advice.ts';

test('an end that someone else may have caused says what to do if it was not the holder', () => {
  for (const reason of ['forced_offline', 'logged_out_all', 'password_changed', 'password_reset', 'operator'])
    expect(adviseAfter(reason)).toBe('check');
});

test('a reason of a later server is looked into, and none at all is not alarming', () => {
  expect(adviseAfter('quarantined')).toBe('check');
  expect(adviseAfter('constructor')).toBe('check');
  expect(adviseAfter(null)).toBe('own');
});
