import type { Account as AccountAnswer, Locale, ReviewReminder } from '@warder/api';
import { type Account, findAccount, knownTimeZone, setAntiPhishingCode, updateSettings } from '../accounts/index.ts';
import { recordEvent } from '../audit/index.ts';
import { presentAccount } from '../credentials/index.ts';
import { publish, type Tx } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import { invariant, problem } from '../kernel/problem.ts';
import { inSession, type SignedInCaller } from '../sessions/index.ts';

export interface Settings {
  locale?: Locale | undefined;
  timeZone?: string | undefined;
  reviewReminder?: ReviewReminder | undefined;
}

async function answer(tx: Tx, { keyring }: Ground, accountId: Account['id']): Promise<AccountAnswer> {
  const account = await findAccount(tx, keyring, accountId);
  invariant(account, 'the account is locked by this transaction');
  await publish(tx, { topic: 'account-changed', accountId });
  return presentAccount(tx, account);
}

const isZone = (timeZone: string): boolean => timeZone === 'UTC' || knownTimeZone(timeZone) !== 'UTC';

/** Changes language, time zone or reminders. Records: `settings-change`. @throws `invalid-request` for a zone that does not exist */
export function changeSettings(ground: Ground, caller: SignedInCaller, settings: Settings): Promise<AccountAnswer> {
  if (settings.timeZone !== undefined && !isZone(settings.timeZone)) {
    throw problem('invalid-request', { errors: [{ pointer: '/timeZone', detail: 'is not an IANA time zone such as Asia/Tokyo' }] });
  }
  return inSession(ground, caller, async (tx, { id, locale, timeZone, reviewReminder }, now) => {
    const before = { locale, timeZone, reviewReminder };
    const after = {
      locale: settings.locale ?? locale,
      timeZone: settings.timeZone ?? timeZone,
      reviewReminder: settings.reviewReminder ?? reviewReminder,
    };
    await updateSettings(tx, id, after);
    await recordEvent(tx, ground, id, { type: 'settings-change', from: before, to: after }, caller.actor, now);
    return answer(tx, ground, id);
  });
}

/** Sets the words that every mail from Warder shows, or takes them away. Records: `anti-phishing-code-change`, without the words. */
export function changeAntiPhishingCode(ground: Ground, caller: SignedInCaller, code: string | null): Promise<AccountAnswer> {
  return inSession(ground, caller, async (tx, { id }, now) => {
    await setAntiPhishingCode(tx, ground.keyring, id, code);
    await recordEvent(tx, ground, id, { type: 'anti-phishing-code-change' }, caller.actor, now);
    return answer(tx, ground, id);
  });
}
