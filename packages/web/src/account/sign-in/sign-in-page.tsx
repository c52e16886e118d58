import { useRouter, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { forgetFlow, useFlowState } from '../../data/flow-state.ts';
import type { OpenStep } from '../../data/sign-in.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { EmailCodeStep } from './email-code-step.tsx';
import { nextPage } from './next-page.ts';
import { PasswordStep } from './password-step.tsx';
import { SecondFactorStep } from './second-factor-step.tsx';
import { beginning, isSignInState, type SignInState } from './sign-in-state.ts';

const flowName = 'sign-in';

/** Signing in: the password, then whatever the server asks for next (ACC-4). A reload goes on where it was. */
export function SignInPage(): ReactElement {
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const [state, setState] = useFlowState<SignInState>(flowName, beginning, isSignInState);

  const goOn = (step: OpenStep | null) => {
    if (step) return setState({ ...step, email: state.email });
    forgetFlow(flowName);
    router.history.replace(nextPage(next, location.origin));
  };
  const startAgain = () => setState({ status: 'password', email: state.email });
  const endFlow = () => setState({ status: 'password', email: state.email, ended: true });

  return (
    <PlainFrame>
      {state.status === 'password' && (
        <PasswordStep email={state.email} ended={state.ended === true} onStep={(step, email) => (step ? setState({ ...step, email }) : goOn(null))} />
      )}
      {state.status === 'second_factor' && (
        <SecondFactorStep flow={state.flow} methods={state.methods} onStep={goOn} onBack={startAgain} onFlowEnded={endFlow} />
      )}
      {state.status === 'email_code' && (
        <EmailCodeStep flow={state.flow} emailHint={state.emailHint} onStep={goOn} onBack={startAgain} onFlowEnded={endFlow} />
      )}
    </PlainFrame>
  );
}
