import type { ReactElement } from 'react';
import { useSession } from '../../data/session.ts';
import { PageHeading } from '../../design/page-heading.tsx';
import { useWords } from '../../words/words.ts';
import { AccountSection } from './account-section.tsx';
import { describeProtection } from './describe-protection.ts';
import { LanguageSection } from './language-section.tsx';
import { MailSection } from './mail-section.tsx';
import { SigningInSection } from './signing-in-section.tsx';

/** What protects the account, and how Warder speaks to its holder. */
export function SettingsPage(): ReactElement {
  const { t } = useWords();
  const { account } = useSession();
  const protection = describeProtection(account);
  return (
    <>
      <PageHeading title={t(`settings.title_${protection}`, { count: account.recoveryCodesLeft })}>{t(`settings.lead_${protection}`)}</PageHeading>
      <SigningInSection account={account} />
      <MailSection account={account} />
      <LanguageSection account={account} />
      <AccountSection account={account} />
    </>
  );
}
