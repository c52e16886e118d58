import type { ReactElement } from 'react';
import { type OpenStep, resendSignInCode, showEmailCode } from '../../data/sign-in.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../words/words.ts';
import { CodeStep } from '../entry/code-step.tsx';
import { ResendCode } from '../entry/resend-code.tsx';

interface EmailCodeStepProps {
  flow: string;
  emailHint: string;
  onStep: (step: OpenStep | null) => void;
  onBack: () => void;
  onFlowEnded: () => void;
}

/** The code sent by e-mail, asked for on a device that the account has not approved. */
export function EmailCodeStep({ flow, emailHint, onStep, onBack, onFlowEnded }: EmailCodeStepProps): ReactElement {
  const { t } = useWords();
  return (
    <CodeStep
      title={t('auth.emailCode_title')}
      lead={t('auth.emailCode_lead', { email: emailHint })}
      label={t('common.code')}
      hint={t('auth.emailCode_hint')}
      submit={t('common.signIn')}
      send={async (code) => onStep(await showEmailCode({ flow, code }))}
      onFlowEnded={onFlowEnded}
    >
      <ResendCode resend={() => resendSignInCode(flow)} />
      <Button tone="quiet" onClick={onBack}>
        {t('auth.startAgain')}
      </Button>
    </CodeStep>
  );
}
