import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { forgetFlow, useFlowState } from '../../data/flow-state.ts';
import { forgetSession } from '../../data/session.ts';
import { buttonClass } from '../../design/button.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { useWords } from '../../words/words.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { ChooseStep } from './choose-step.tsx';
import { RequestStep } from './request-step.tsx';

const flowName = 'reset-password';

interface Started {
  email: string;
  flow: string;
}

const isStarted = (value: unknown): value is Started =>
  typeof value === 'object' &&
  value !== null &&
  'email' in value &&
  'flow' in value &&
  typeof value.email === 'string' &&
  typeof value.flow === 'string';

/** Setting a new password with a code by e-mail. It signs everything out, and each device must then pass all proofs (ACC-6). */
export function ResetPasswordPage(): ReactElement {
  const { t } = useWords();
  const [started, setStarted] = useFlowState<Started | null>(flowName, null, isStarted);
  const [end, setEnd] = useState<'none' | 'flow-ended' | 'done'>('none');
  const finish = () => {
    forgetFlow(flowName);
    forgetSession();
    setEnd('done');
  };
  const endFlow = () => {
    setEnd('flow-ended');
    setStarted(null);
  };
  if (end === 'done') {
    return (
      <PlainFrame>
        <div role="status">
          <PageHeading title={t('auth.reset_done_title')}>{t('auth.reset_done_lead')}</PageHeading>
        </div>
        <Link to="/sign-in" className={buttonClass('primary')}>
          {t('common.signIn')}
        </Link>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame>
      {started ? (
        <ChooseStep {...started} onDone={finish} onFlowEnded={endFlow} onBack={() => setStarted(null)} />
      ) : (
        <RequestStep ended={end === 'flow-ended'} onStart={setStarted} />
      )}
    </PlainFrame>
  );
}
