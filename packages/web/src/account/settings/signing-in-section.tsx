import type { Account } from '@warder/api';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../words/words.ts';
import { AuthenticatorEntry } from './authenticator-entry.tsx';
import { PasswordEntry } from './password-entry.tsx';
import { RecoveryCodesEntry } from './recovery-codes-entry.tsx';
import { Section } from './section.tsx';

const RecoveryCodesPanel = lazy(() => import('./recovery-codes-panel.tsx'));

/** Password, authenticator app, recovery codes. New codes stay in sight until the holder says that they are kept. */
export function SigningInSection({ account }: { account: Account }): ReactElement {
  const { t } = useWords();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [kept, setKept] = useState(false);
  const show = (fresh: readonly string[]) => {
    setKept(false);
    setCodes(fresh);
  };
  const keep = () => {
    setKept(true);
    setCodes(null);
  };
  return (
    <Section title={t('settings.signingIn')}>
      <PasswordEntry account={account} />
      <AuthenticatorEntry account={account} onCodes={show} />
      <Suspense fallback={<Skeleton rows={2} />}>{codes && <RecoveryCodesPanel codes={codes} email={account.email} onKept={keep} />}</Suspense>
      {account.authenticatorApp && !codes && <RecoveryCodesEntry account={account} kept={kept} onCodes={show} />}
    </Section>
  );
}
