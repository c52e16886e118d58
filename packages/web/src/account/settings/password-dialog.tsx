import { useMutation } from '@tanstack/react-query';
import type { MessageKey } from '@warder/words';
import { type ReactElement, useState } from 'react';
import { changePassword } from '../../data/account.ts';
import { StepUpDeclined } from '../../data/problem.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { useWords } from '../../words/words.ts';
import { checkNewPassword } from '../entry/check-entry.ts';
import { EntryForm } from '../entry/entry-form.tsx';
import { Failure } from '../entry/failure.tsx';
import { NewPasswordField } from '../entry/new-password-field.tsx';
import { passwordProblem } from '../entry/password-problem.ts';
import { useWait } from '../entry/use-wait.ts';

interface PasswordDialogProps {
  email: string;
  onDone: (endedOthers: number) => void;
  onClose: () => void;
}

/** Asks for a new password; says what changing it does to the other devices. */
export default function PasswordDialog({ email, onDone, onClose }: PasswordDialogProps): ReactElement {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<MessageKey | null>(null);
  const change = useMutation({ ...changePassword, onSuccess: ({ endedSessions }) => onDone(endedSessions.length) });
  const waitSeconds = useWait(change.error);
  const bad = wrong ?? passwordProblem(change.error);
  const quiet = passwordProblem(change.error) !== null || change.error instanceof StepUpDeclined;
  const submit = () => {
    const found = checkNewPassword(password);
    setWrong(found);
    if (!found && waitSeconds === 0) change.mutate(password);
  };
  return (
    <Dialog title={t('settings.password_dialog')} onClose={onClose}>
      <EntryForm answered={change.error ?? wrong} onSubmit={submit}>
        <p>{t('settings.password_effect')}</p>
        <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
        <NewPasswordField label={t('auth.newPassword')} value={password} onChange={setPassword} error={bad && t(bad)} known={email} />
        {!quiet && <Failure error={change.error} waitSeconds={waitSeconds} />}
        <div className="mt-1 flex flex-wrap-reverse justify-end gap-3 max-sm:*:flex-1">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" tone="primary" pending={change.isPending} disabled={waitSeconds > 0}>
            {t('settings.password_submit')}
          </Button>
        </div>
      </EntryForm>
    </Dialog>
  );
}
