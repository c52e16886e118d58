import { mutationOptions } from '@tanstack/react-query';
import type { Account, CurrentSession } from '@warder/api';
import { call } from './call.ts';
import { queryClient } from './query-client.ts';
import { sessionQuery } from './session.ts';

/** Puts an account that the server has just answered into what the pages know. */
export function keepAccount(account: Account): Account {
  queryClient.setQueryData(sessionQuery.queryKey, (known: CurrentSession | undefined) => known && { ...known, account });
  return account;
}

/** Has the account read again after a change whose answer does not carry it. */
function readAccountAgain<T>(answer: T): T {
  void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  return answer;
}

export const changeSettings = mutationOptions({
  mutationFn: (body: { locale?: Account['locale']; timeZone?: string; reviewReminder?: Account['reviewReminder'] }) =>
    call('PATCH /v1/account', { body }).then(keepAccount),
});

export const changePassword = mutationOptions({
  mutationFn: (newPassword: string) => call('PUT /v1/account/password', { body: { newPassword } }).then(readAccountAgain),
});

export const changeAntiPhishingCode = mutationOptions({
  mutationFn: (code: string | null) => call('PUT /v1/account/anti-phishing-code', { body: { code } }).then(keepAccount),
});

export const beginAuthenticatorApp = mutationOptions({ mutationFn: () => call('POST /v1/account/authenticator-app') });

export const confirmAuthenticatorApp = mutationOptions({
  mutationFn: (code: string) => call('POST /v1/account/authenticator-app/confirmation', { body: { code } }).then(readAccountAgain),
});

export const removeAuthenticatorApp = mutationOptions({
  mutationFn: () => call('DELETE /v1/account/authenticator-app').then(readAccountAgain),
});

export const replaceRecoveryCodes = mutationOptions({
  mutationFn: () => call('POST /v1/account/recovery-codes').then(readAccountAgain),
});
