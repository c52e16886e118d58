import type { SecondFactorMethod } from '@warder/api';
import { type ReactElement, useState } from 'react';
import { type OpenStep, showSecondFactor } from '../../data/sign-in.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../words/words.ts';
import { CodeStep } from '../entry/code-step.tsx';

interface SecondFactorStepProps {
  flow: string;
  methods: readonly SecondFactorMethod[];
  onStep: (step: OpenStep | null) => void;
  onBack: () => void;
  onFlowEnded: () => void;
}

/** The second factor: the authenticator app, or a recovery code in its place. */
export function SecondFactorStep({ flow, methods, onStep, onBack, onFlowEnded }: SecondFactorStepProps): ReactElement {
  const { t } = useWords();
  const [method, setMethod] = useState<SecondFactorMethod>(methods[0] ?? 'totp');
  const byApp = method === 'totp';
  const other = methods.find((one) => one !== method);
  return (
    <CodeStep
      key={method}
      title={t(byApp ? 'auth.totp_title' : 'auth.recovery_title')}
      lead={t(byApp ? 'auth.totp_lead' : 'auth.recovery_lead')}
      label={t(byApp ? 'common.code' : 'shell.recoveryCode')}
      digits={byApp ? 6 : null}
      submit={t('common.continue')}
      send={async (code) => onStep(await showSecondFactor({ flow, method, code }))}
      onFlowEnded={onFlowEnded}
    >
      {other && (
        <Button tone="quiet" onClick={() => setMethod(other)}>
          {t(other === 'totp' ? 'shell.stepUp_useTotp' : 'shell.stepUp_useRecovery')}
        </Button>
      )}
      <Button tone="quiet" onClick={onBack}>
        {t('auth.startAgain')}
      </Button>
    </CodeStep>
  );
}
