import { useMutation } from '@tanstack/react-query';
import type { Account, Call } from '@warder/api';
import { describeDate, describeLastSeen } from '@warder/words';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { beginAuthenticatorApp, removeAuthenticatorApp } from '../../data/account.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useClock, useNow } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { Outcome } from './outcome.tsx';
import { Entry } from './section.tsx';

const AuthenticatorSetup = lazy(() => import('./authenticator-setup.tsx'));

type Binding = Call<'POST /v1/account/authenticator-app'>['response'];

interface AuthenticatorEntryProps {
  account: Account;
  onCodes: (codes: readonly string[]) => void;
}

/** The authenticator app: set up, or removed with a word on what that costs. */
export function AuthenticatorEntry({ account, onCodes }: AuthenticatorEntryProps): ReactElement {
  const { t } = useWords();
  const [binding, setBinding] = useState<Binding | null>(null);
  const [asking, setAsking] = useState(false);
  const begin = useMutation({ ...beginAuthenticatorApp, onSuccess: setBinding });
  const remove = useMutation({ ...removeAuthenticatorApp, onSettled: () => setAsking(false) });
  const bound = account.authenticatorApp;
  const start = () => {
    remove.reset();
    begin.mutate();
  };
  const finish = (codes: readonly string[]) => {
    setBinding(null);
    onCodes(codes);
  };
  return (
    <Entry
      title={t('settings.app')}
      state={bound ? <BoundApp app={bound} /> : t('settings.app_none')}
      actions={
        bound ? (
          <Button onClick={() => setAsking(true)}>{t('settings.app_remove')}</Button>
        ) : (
          !binding && (
            <Button tone="primary" pending={begin.isPending} onClick={start}>
              {t('settings.app_setUp')}
            </Button>
          )
        )
      }
    >
      <Outcome error={begin.error ?? remove.error} done={remove.isSuccess && !bound && t('settings.app_removed')} />
      {binding && !bound && (
        <Suspense fallback={<Skeleton rows={2} />}>
          <AuthenticatorSetup key={binding.secret} {...binding} onCodes={finish} onCancel={() => setBinding(null)} onBeginAgain={start} />
        </Suspense>
      )}
      {asking && (
        <ConfirmDialog
          title={t('settings.app_remove_title')}
          verb={t('settings.app_remove')}
          pending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('settings.app_remove_effect')}</p>
          <p className="text-muted">{t('settings.app_remove_advice')}</p>
        </ConfirmDialog>
      )}
    </Entry>
  );
}

function BoundApp({ app }: { app: NonNullable<Account['authenticatorApp']> }): ReactElement {
  const { t, locale } = useWords();
  const clock = useClock();
  const now = useNow();
  return (
    <>
      {t('settings.app_boundAt', { date: describeDate(app.boundAt, clock) })}
      {app.lastUsedAt && ` · ${t('settings.app_lastUsed', { when: describeLastSeen(app.lastUsedAt, now, locale) })}`}
    </>
  );
}
