import { useRouter } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { forgetFlow, useFlowState } from '../../data/flow-state.ts';
import { finishSignUp, resendSignUpCode } from '../../data/sign-up.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../words/words.ts';
import { CodeStep } from '../entry/code-step.tsx';
import { ResendCode } from '../entry/resend-code.tsx';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { StartStep } from './start-step.tsx';

const flowName = 'sign-up';

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

/** Making an account: address and password, then the code that proves the address (ACC-1). A reload goes on where it was. */
export function SignUpPage(): ReactElement {
  const { t } = useWords();
  const router = useRouter();
  const [started, setStarted] = useFlowState<Started | null>(flowName, null, isStarted);
  const [ended, setEnded] = useState(false);

  const send = async (flow: string, code: string) => {
    await finishSignUp({ flow, code });
    forgetFlow(flowName);
    router.history.replace('/');
  };
  const endFlow = () => {
    setEnded(true);
    setStarted(null);
  };
  return (
    <PlainFrame>
      {!started && <StartStep ended={ended} onStart={setStarted} />}
      {started && (
        <CodeStep
          title={t('auth.emailCode_title')}
          lead={t('auth.signUp_code_lead', { email: started.email })}
          label={t('common.code')}
          hint={t('auth.emailCode_hint')}
          submit={t('auth.signUp_confirm')}
          send={(code) => send(started.flow, code)}
          onFlowEnded={endFlow}
        >
          <ResendCode resend={() => resendSignUpCode(started.flow)} />
          <Button tone="quiet" onClick={() => setStarted(null)}>
            {t('auth.otherAddress')}
          </Button>
        </CodeStep>
      )}
    </PlainFrame>
  );
}
