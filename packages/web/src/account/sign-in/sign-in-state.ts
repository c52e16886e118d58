import type { OpenStep } from '../../data/sign-in.ts';

/** Where a sign-in stands in this tab. The password is never part of it. */
export type SignInState = { status: 'password'; email: string; ended?: boolean } | (OpenStep & { email: string });

export const beginning: SignInState = { status: 'password', email: '' };

/** True for a state that this page could have kept; anything else in the store is ignored. */
export function isSignInState(value: unknown): value is SignInState {
  if (typeof value !== 'object' || value === null) return false;
  const { status, email, flow, methods, emailHint } = value as Record<string, unknown>;
  if (typeof email !== 'string') return false;
  if (status === 'password') return true;
  if (typeof flow !== 'string') return false;
  return status === 'second_factor' ? Array.isArray(methods) : status === 'email_code' && typeof emailHint === 'string';
}
