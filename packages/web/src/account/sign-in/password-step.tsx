import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MessageKey } from '@warder/words';
import { type ReactElement, useEffect, useState } from 'react';
import { isProblem } from '../../data/problem.ts';
import { type OpenStep, startSignIn } from '../../data/sign-in.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { PasswordField } from '../../design/password-field.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { gatherHints } from '../../device-key/browser-hints.ts';
import { useWords } from '../../words/words.ts';
import { checkEmail } from '../entry/check-entry.ts';
import { EntryForm } from '../entry/entry-form.tsx';
import { Failure } from '../entry/failure.tsx';
import { useWait } from '../entry/use-wait.ts';

interface PasswordStepProps {
  email: string;
  /** The attempt before this one ended: said once, above the form. */
  ended: boolean;
  onStep: (step: OpenStep | null, email: string) => void;
}

/** Who, and the password. The answer is the same for an address that has no account. */
export function PasswordStep({ email: knownEmail, ended, onStep }: PasswordStepProps): ReactElement {
  const { t } = useWords();
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<{ email: MessageKey | null; password: MessageKey | null }>({ email: null, password: null });
  const signIn = useMutation({ mutationFn: startSignIn, onSuccess: (step, sent) => onStep(step, sent.email) });
  const waitSeconds = useWait(signIn.error);
  const refused = isProblem(signIn.error, 'wrong-credentials');
  useEffect(gatherHints, []);

  const submit = () => {
    const found = { email: checkEmail(email), password: password === '' ? ('auth.passwordMissing' as const) : null };
    setWrong(found);
    if (!found.email && !found.password && waitSeconds === 0) signIn.mutate({ email: email.trim(), password });
  };
  return (
    <>
      <PageHeading title={t('auth.signIn_title')}>{t('auth.signIn_lead')}</PageHeading>
      {ended && !signIn.error && (
        <Notice tone="warn" announced className="mb-6">
          {t('problems.flow-ended')}
        </Notice>
      )}
      <EntryForm answered={signIn.error ?? wrong} onSubmit={submit}>
        <Field
          label={t('common.email')}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          autoFocus={knownEmail === ''}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={wrong.email && t(wrong.email)}
        />
        <PasswordField
          label={t('common.password')}
          name="password"
          autoComplete="current-password"
          autoFocus={knownEmail !== ''}
          value={password}
          onChange={setPassword}
          error={wrong.password ? t(wrong.password) : refused ? t('problems.wrong-credentials') : null}
        />
        {!refused && <Failure error={signIn.error} waitSeconds={waitSeconds} />}
        <Button type="submit" tone="primary" pending={signIn.isPending} disabled={waitSeconds > 0}>
          {t('common.signIn')}
        </Button>
      </EntryForm>
      <p className="mt-5">
        <Link to="/reset-password" className={textLinkClass}>
          {t('auth.forgotPassword')}
        </Link>
      </p>
      <p className="mt-10 border-t border-line pt-5 text-muted">
        {t('auth.noAccount')}{' '}
        <Link to="/sign-up" className={textLinkClass}>
          {t('auth.createAccount')}
        </Link>
      </p>
    </>
  );
}
