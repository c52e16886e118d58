import type { Account, CurrentSession } from '@warder/api';
import { mutationOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import { queryClient } from './query-client.ts';
import { sessionQuery } from './session.ts';

/** Puts an account that the server has just answered into what the pages know. */
export function keepAccount(account: Account): void {
  queryClient.setQueryData(sessionQuery.queryKey, (known: CurrentSession | undefined) => known && { ...known, account });
}

const readSessionAgain = () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });

export const changeSettings = mutationOptions({
  mutationFn: (body: { locale?: Account['locale']; timeZone?: string; reviewReminder?: Account['reviewReminder'] }) => call('PATCH /v1/account', { body }),
  onSuccess: keepAccount,
});

export const changePassword = mutationOptions({
  mutationFn: (newPassword: string) => call('PUT /v1/account/password', { body: { newPassword } }),
  onSuccess: readSessionAgain,
});

export const changeAntiPhishingCode = mutationOptions({
  mutationFn: (code: string | null) => call('PUT /v1/account/anti-phishing-code', { body: { code } }),
  onSuccess: keepAccount,
});

export const beginAuthenticatorApp = mutationOptions({ mutationFn: () => call('POST /v1/account/authenticator-app') });

/** The account is read again by whoever shows the codes, once they were seen. */
export const confirmAuthenticatorApp = mutationOptions({
  mutationFn: (code: string) => call('POST /v1/account/authenticator-app/confirmation', { body: { code } }),
  onSuccess: readSessionAgain,
});

export const removeAuthenticatorApp = mutationOptions({
  mutationFn: () => call('DELETE /v1/account/authenticator-app'),
  onSuccess: readSessionAgain,
});

export const replaceRecoveryCodes = mutationOptions({
  mutationFn: () => call('POST /v1/account/recovery-codes'),
  onSuccess: readSessionAgain,
});
