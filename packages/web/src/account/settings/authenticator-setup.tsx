import { useMutation } from '@tanstack/react-query';
import type { MessageKey } from '@warder/words';
import { type ReactElement, type ReactNode, useState } from 'react';
import { confirmAuthenticatorApp } from '../../data/account.ts';
import { isProblem, StepUpDeclined } from '../../data/problem.ts';
import { Button } from '../../design/button.tsx';
import { CodeField } from '../../design/code-field.tsx';
import { useNow } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { checkCode } from '../entry/check-entry.ts';
import { EntryForm } from '../entry/entry-form.tsx';
import { Failure } from '../entry/failure.tsx';
import { useWait } from '../entry/use-wait.ts';
import { QrCode } from './qr-code.tsx';

interface AuthenticatorSetupProps {
  /** Base32. */
  secret: string;
  /** `otpauth:` */
  uri: string;
  expiresAt: string;
  onCodes: (codes: readonly string[]) => void;
  onCancel: () => void;
  onBeginAgain: () => void;
}

/** Two steps: the app learns the key, then proves it with a code. */
export default function AuthenticatorSetup({ secret, uri, expiresAt, onCodes, onCancel, onBeginAgain }: AuthenticatorSetupProps): ReactElement {
  const { t } = useWords();
  const expired = useNow(5_000) >= new Date(expiresAt);
  return (
    <div className="grid gap-6 border-l-4 border-brand bg-sea px-5 py-5">
      {expired ? (
        <>
          <p role="alert">{t('settings.app_expired')}</p>
          <Actions onCancel={onCancel}>
            <Button tone="primary" onClick={onBeginAgain}>
              {t('auth.startAgain')}
            </Button>
          </Actions>
        </>
      ) : (
        <>
          <div className="flex flex-wrap gap-6">
            <QrCode text={uri} label={t('settings.app_qr')} />
            <div className="min-w-0 flex-1 basis-56">
              <h4 className="font-semibold">1. {t('settings.app_step_scan')}</h4>
              <p className="mt-1 text-muted">{t('settings.app_step_scan_text')}</p>
              <p className="mt-4 text-sm text-muted">{t('settings.app_secret')}</p>
              <p translate="no" className="font-mono tracking-wide break-words select-all">
                {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
              </p>
            </div>
          </div>
          <ConfirmForm onCodes={onCodes} onCancel={onCancel} />
        </>
      )}
    </div>
  );
}

function ConfirmForm({ onCodes, onCancel }: Pick<AuthenticatorSetupProps, 'onCodes' | 'onCancel'>): ReactElement {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<MessageKey | null>(null);
  const confirm = useMutation({ ...confirmAuthenticatorApp, onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) });
  const waitSeconds = useWait(confirm.error);
  const refused = isProblem(confirm.error, 'wrong-code');
  const bad = wrong ?? (refused ? 'problems.wrong-code' : null);
  const submit = () => {
    const found = checkCode(code, 6);
    setWrong(found);
    if (!found && waitSeconds === 0) confirm.mutate(code);
  };
  return (
    <EntryForm answered={confirm.error ?? wrong} onSubmit={submit}>
      <div className="max-w-72">
        <CodeField label={`2. ${t('settings.app_step_code')}`} error={bad && t(bad)} value={code} onChange={setCode} />
      </div>
      {!refused && !(confirm.error instanceof StepUpDeclined) && <Failure error={confirm.error} waitSeconds={waitSeconds} />}
      <Actions onCancel={onCancel}>
        <Button type="submit" tone="primary" pending={confirm.isPending} disabled={waitSeconds > 0}>
          {t('settings.app_confirm')}
        </Button>
      </Actions>
    </EntryForm>
  );
}

function Actions({ onCancel, children }: { onCancel: () => void; children: ReactNode }): ReactElement {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap gap-3">
      {children}
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
    </div>
  );
}
