import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MessageKey } from '@warder/words';
import { type ReactElement, useEffect, useState } from 'react';
import { faults, isProblem } from '../../data/problem.ts';
import { startSignUp } from '../../data/sign-up.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { gatherHints } from '../../device-key/browser-hints.ts';
import { browserTimeZone } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { checkEmail, checkNewPassword } from '../entry/check-entry.ts';
import { EntryForm } from '../entry/entry-form.tsx';
import { Failure } from '../entry/failure.tsx';
import { NewPasswordField } from '../entry/new-password-field.tsx';
import { passwordProblem } from '../entry/password-problem.ts';
import { useWait } from '../entry/use-wait.ts';

interface StartStepProps {
  ended: boolean;
  onStart: (started: { email: string; flow: string }) => void;
}

/** Address and password. Whether the address has an account already, only its mailbox learns. */
export function StartStep({ ended, onStart }: StartStepProps): ReactElement {
  const { t, locale } = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<{ email: MessageKey | null; password: MessageKey | null }>({ email: null, password: null });
  const start = useMutation({ mutationFn: startSignUp, onSuccess: ({ flow }, sent) => onStart({ email: sent.email, flow }) });
  const waitSeconds = useWait(start.error);
  useEffect(gatherHints, []);

  const badEmail = wrong.email ?? (faults(start.error, '/email') ? 'auth.emailWrong' : null);
  const badPassword = wrong.password ?? passwordProblem(start.error);
  const besideField = faults(start.error, '/email') || isProblem(start.error, 'password-too-short', 'password-too-long', 'password-too-common');

  const submit = () => {
    const found = { email: checkEmail(email), password: checkNewPassword(password) };
    setWrong(found);
    if (!found.email && !found.password && waitSeconds === 0) start.mutate({ email: email.trim(), password, locale, timeZone: browserTimeZone() });
  };
  return (
    <>
      <PageHeading title={t('auth.signUp_title')}>{t('auth.signUp_lead')}</PageHeading>
      {ended && !start.error && (
        <Notice tone="warn" announced className="mb-6">
          {t('problems.flow-ended')}
        </Notice>
      )}
      <EntryForm answered={start.error ?? wrong} onSubmit={submit}>
        <Field
          label={t('common.email')}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={badEmail && t(badEmail)}
        />
        <NewPasswordField label={t('common.password')} value={password} onChange={setPassword} error={badPassword && t(badPassword)} known={email} />
        {!besideField && <Failure error={start.error} waitSeconds={waitSeconds} />}
        <Button type="submit" tone="primary" pending={start.isPending} disabled={waitSeconds > 0}>
          {t('auth.signUp_submit')}
        </Button>
      </EntryForm>
      <p className="mt-10 border-t border-line pt-5 text-muted">
        {t('auth.haveAccount')}{' '}
        <Link to="/sign-in" className={textLinkClass}>
          {t('common.signIn')}
        </Link>
      </p>
    </>
  );
}
