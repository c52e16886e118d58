import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MessageKey } from '@warder/words';
import { type ReactElement, useState } from 'react';
import { startPasswordReset } from '../../data/password-reset.ts';
import { faults } from '../../data/problem.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { useWords } from '../../words/words.ts';
import { checkEmail } from '../entry/check-entry.ts';
import { EntryForm } from '../entry/entry-form.tsx';
import { Failure } from '../entry/failure.tsx';
import { useWait } from '../entry/use-wait.ts';

interface RequestStepProps {
  ended: boolean;
  onStart: (started: { email: string; flow: string }) => void;
}

/** Asks for the address, and goes on alike whether or not it has an account. */
export function RequestStep({ ended, onStart }: RequestStepProps): ReactElement {
  const { t } = useWords();
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState<MessageKey | null>(null);
  const start = useMutation({ mutationFn: startPasswordReset, onSuccess: ({ flow }, sent) => onStart({ email: sent, flow }) });
  const waitSeconds = useWait(start.error);
  const refused = faults(start.error, '/email');
  const bad = wrong ?? (refused ? 'auth.emailWrong' : null);
  const submit = () => {
    const found = checkEmail(email);
    setWrong(found);
    if (!found && waitSeconds === 0) start.mutate(email.trim());
  };
  return (
    <>
      <PageHeading title={t('auth.reset_title')}>{t('auth.reset_lead')}</PageHeading>
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
          error={bad && t(bad)}
        />
        {!refused && <Failure error={start.error} waitSeconds={waitSeconds} />}
        <Button type="submit" tone="primary" pending={start.isPending} disabled={waitSeconds > 0}>
          {t('auth.reset_submit')}
        </Button>
      </EntryForm>
      <p className="mt-5">
        <Link to="/sign-in" className={textLinkClass}>
          {t('auth.backToSignIn')}
        </Link>
      </p>
    </>
  );
}
