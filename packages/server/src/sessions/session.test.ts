import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSeconds } from '../kernel/clock.ts';
import { assuranceOf, inactivityExpiry, isRecent, type Session, sessionState, stepUpMethods, withProof } from './session.ts';

const start = new Date('2026-11-20T12:00:00.000Z');
const session = {
  epoch: 3,
  createdAt: start,
  lastActiveAt: start,
  inactivitySeconds: 3_600,
  expiresAt: addSeconds(start, 86_400),
  endedAt: null,
  endReason: null,
  proofs: [{ method: 'password', at: start.toISOString() }],
} as unknown as Session;
const account = { sessionEpoch: 3, standing: 'active' } as const;
const standings = fc.constantFrom('active', 'view_only', 'frozen', 'closed');

test('a session that has ended never lives again, whatever else is true of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 9 }), standings, (offset, sessionEpoch, standing) => {
      const state = sessionState({ ...session, endedAt: start, endReason: 'forced_offline' }, { sessionEpoch, standing }, addSeconds(start, offset));
      expect(state).toEqual({ live: false, reason: 'forced_offline' });
    }),
  );
});

test('a session is live in its epoch, its standing and its two times, and at no other moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 5 }), standings, (offset, sessionEpoch, standing) => {
      const expected = sessionEpoch === 3 && (standing === 'active' || standing === 'view_only') && offset < 3_600;
      expect(sessionState(session, { sessionEpoch, standing }, addSeconds(start, offset)).live).toBe(expected);
    }),
  );
});

test.each([
  ['the last moment of the hour', 3_599, { live: true }],
  ['the hour', 3_600, { live: false, reason: 'inactivity' }],
])('%s', (_when, offset, expected) => {
  expect(sessionState(session, account, addSeconds(start, offset))).toEqual(expected);
  expect(inactivityExpiry(session)).toEqual(addSeconds(start, 3_600));
});

test('the absolute lifetime ends a session that is in use', () => {
  const used = { ...session, lastActiveAt: addSeconds(start, 86_399) };
  expect(sessionState(used, account, addSeconds(start, 86_400))).toEqual({ live: false, reason: 'lifetime' });
});

test('two kinds of factor make AAL2, and a code by e-mail is none', () => {
  const proof = (method: 'password' | 'totp' | 'recovery_code' | 'email_code') => ({ method, at: start.toISOString() });
  expect(assuranceOf([proof('password')])).toBe('aal1');
  expect(assuranceOf([proof('password'), proof('email_code')])).toBe('aal1');
  expect(assuranceOf([proof('totp'), proof('recovery_code')])).toBe('aal1');
  expect(assuranceOf([proof('password'), proof('totp')])).toBe('aal2');
});

test('a proof is recent for five minutes, and only one of the kind that is asked for', () => {
  const methods = stepUpMethods({ hasAuthenticatorApp: false });
  expect(isRecent(session, methods, addSeconds(start, 299))).toBe(true);
  expect(isRecent(session, methods, addSeconds(start, 300))).toBe(false);
  expect(isRecent(session, stepUpMethods({ hasAuthenticatorApp: true }), start)).toBe(false);
  expect(withProof(session.proofs, 'password', addSeconds(start, 60))).toEqual([{ method: 'password', at: addSeconds(start, 60).toISOString() }]);
});
