import { expect, test } from 'vitest';
import { beginning, isSignInState } from './sign-in-state.ts';

test('a sign-in goes on after a reload at the step where it was', () => {
  expect(isSignInState(beginning)).toBe(true);
  expect(isSignInState({ status: 'second_factor', email: 'a@b.example', flow: 'f', methods: ['totp'], expiresAt: '' })).toBe(true);
  expect(isSignInState({ status: 'email_code', email: 'a@b.example', flow: 'f', emailHint: 'a…@b.example', expiresAt: '' })).toBe(true);
});

test.each([null, 7, {}, { status: 'email_code', email: 'a@b.example' }, { status: 'signed_in', email: '', flow: 'f' }])(
  '%j is no sign-in',
  (value) => {
    expect(isSignInState(value)).toBe(false);
  },
);
