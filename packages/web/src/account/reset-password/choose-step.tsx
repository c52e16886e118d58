import { useMutation } from '@tanstack/react-query';
import type { MessageKey } from '@warder/words';
import { type ReactElement, useState } from 'react';
import { finishPasswordReset } from '../../data/password-reset.ts';
import { isProblem } from '../../data/problem.ts';
import { Button } from '../../design/button.tsx';
import { CodeField } from '../../design/code-field.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { useWords } from '../../words/words.ts';
import { checkCode, checkNewPassword } from '../entry/check-entry.ts';
import { EntryForm } from '../entry/entry-form.tsx';
import { Failure } from '../entry/failure.tsx';
import { NewPasswordField } from '../entry/new-password-field.tsx';
import { passwordProblem } from '../entry/password-problem.ts';
import { useWait } from '../entry/use-wait.ts';

interface ChooseStepProps {
  email: string;
  flow: string;
  onDone: () => void;
  onFlowEnded: () => void;
  onBack: () => void;
}

/** The code from the mail and the new password, with what setting it does to every device. */
export function ChooseStep({ email, flow, onDone, onFlowEnded, onBack }: ChooseStepProps): ReactElement {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<{ code: MessageKey | null; password: MessageKey | null }>({ code: null, password: null });
  const finish = useMutation({
    mutationFn: finishPasswordReset,
    onSuccess: onDone,
    onError: (error) => isProblem(error, 'flow-ended') && onFlowEnded(),
  });
  const waitSeconds = useWait(finish.error);
  const wrongCode = isProblem(finish.error, 'wrong-code');
  const badCode = wrong.code ?? (wrongCode ? 'problems.wrong-code' : null);
  const badPassword = wrong.password ?? passwordProblem(finish.error);

  const submit = () => {
    const found = { code: checkCode(code, 6), password: checkNewPassword(password) };
    setWrong(found);
    if (!found.code && !found.password && waitSeconds === 0) finish.mutate({ flow, code, newPassword: password });
  };
  return (
    <>
      <PageHeading title={t('auth.reset_code_title')}>{t('auth.reset_code_lead', { email })}</PageHeading>
      <EntryForm answered={finish.error ?? wrong} onSubmit={submit}>
        <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
        <CodeField label={t('common.code')} hint={t('auth.emailCode_hint')} error={badCode && t(badCode)} value={code} onChange={setCode} autoFocus />
        <NewPasswordField label={t('auth.newPassword')} value={password} onChange={setPassword} error={badPassword && t(badPassword)} known={email} />
        <Notice>{t('auth.reset_effect')}</Notice>
        {!wrongCode && !passwordProblem(finish.error) && <Failure error={finish.error} waitSeconds={waitSeconds} />}
        <Button type="submit" tone="primary" pending={finish.isPending} disabled={waitSeconds > 0}>
          {t('auth.reset_save')}
        </Button>
      </EntryForm>
      <Button tone="quiet" className="mt-5" onClick={onBack}>
        {t('auth.otherAddress')}
      </Button>
    </>
  );
}
