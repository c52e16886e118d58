import { useMutation } from '@tanstack/react-query';
import { type ReactElement, type SubmitEvent, useState } from 'react';
import { isProblem } from '../../data/problem.ts';
import { stepUp } from '../../data/session.ts';
import { Button } from '../../design/button.tsx';
import { CodeField } from '../../design/code-field.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Notice } from '../../design/notice.tsx';
import { PasswordField } from '../../design/password-field.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';

type Method = 'password' | 'totp' | 'recovery_code';

const known: readonly Method[] = ['password', 'totp', 'recovery_code'];
const methodsIn = (methods: readonly string[]): Method[] => known.filter((method) => methods.includes(method));

interface StepUpDialogProps {
  methods: readonly string[];
  answer: (confirmed: boolean) => void;
}

/** "Confirm that it is you": appears when a call needs a fresh proof, and the call goes on afterwards (ACC-8). */
export default function StepUpDialog({ methods: wanted, answer }: StepUpDialogProps): ReactElement {
  const { t, locale } = useWords();
  const methods = methodsIn(wanted);
  const [method, setMethod] = useState<Method>(methods[0] ?? 'password');
  const [value, setValue] = useState('');
  const confirm = useMutation({
    mutationFn: () => stepUp(method === 'password' ? { method, password: value } : { method, code: value }),
    onSuccess: () => answer(true),
  });
  const other = methods.find((one) => one !== method);
  const wrong = isProblem(confirm.error, 'wrong-credentials', 'wrong-code');
  const error = confirm.error && (isProblem(confirm.error, 'wrong-credentials') ? t('shell.wrongPassword') : describeError(confirm.error, t, locale));

  const change = (text: string) => {
    confirm.reset();
    setValue(text);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (value !== '' && !confirm.isPending) confirm.mutate();
  };
  const switchTo = (next: Method) => {
    setMethod(next);
    change('');
  };

  const field = { value, onChange: change, error: wrong ? error : null, required: true };
  const explanation = { password: 'shell.stepUp_password', totp: 'shell.stepUp_totp', recovery_code: 'shell.stepUp_recovery' } as const;
  return (
    <Dialog title={t('shell.stepUp_title')} onClose={() => answer(false)}>
      <p>{t(explanation[method])}</p>
      <form onSubmit={submit} className="grid gap-4" noValidate>
        {method === 'password' && <PasswordField key={method} {...field} label={t('common.password')} autoComplete="current-password" />}
        {method === 'totp' && <CodeField key={method} {...field} label={t('shell.authenticatorCode')} />}
        {method === 'recovery_code' && <CodeField key={method} {...field} label={t('shell.recoveryCode')} digits={null} />}
        {error && !wrong && (
          <Notice tone="danger" announced>
            {error}
          </Notice>
        )}
        {other && (
          <div>
            <Button tone="quiet" onClick={() => switchTo(other)}>
              {t(other === 'totp' ? 'shell.stepUp_useTotp' : 'shell.stepUp_useRecovery')}
            </Button>
          </div>
        )}
        <p className="text-sm text-muted">{t('shell.stepUp_why')}</p>
        <div className="mt-2 flex flex-wrap-reverse justify-end gap-3 max-sm:*:flex-1">
          <Button onClick={() => answer(false)}>{t('common.cancel')}</Button>
          <Button type="submit" tone="primary" pending={confirm.isPending}>
            {t('shell.stepUp_confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
