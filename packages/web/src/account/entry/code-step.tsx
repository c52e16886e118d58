import { useMutation } from '@tanstack/react-query';
import type { MessageKey } from '@warder/words';
import { type ReactElement, type ReactNode, useState } from 'react';
import { isProblem } from '../../data/problem.ts';
import { Button } from '../../design/button.tsx';
import { CodeField } from '../../design/code-field.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { useWords } from '../../words/words.ts';
import { checkCode } from './check-entry.ts';
import { EntryForm } from './entry-form.tsx';
import { Failure } from './failure.tsx';
import { useWait } from './use-wait.ts';

interface CodeStepProps {
  title: string;
  lead: string;
  label: string;
  hint?: string;
  digits?: number | null;
  submit: string;
  /** Shows the code to the server, and takes the flow on. */
  send: (code: string) => Promise<void>;
  /** The server knows the flow no more. */
  onFlowEnded: () => void;
  children?: ReactNode;
}

/** One step that asks for one code. */
export function CodeStep({ title, lead, label, hint, digits = 6, submit, send, onFlowEnded, children }: CodeStepProps): ReactElement {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<MessageKey | null>(null);
  const answer = useMutation({ mutationFn: send, onError: (error) => isProblem(error, 'flow-ended') && onFlowEnded() });
  const waitSeconds = useWait(answer.error);
  const refused = isProblem(answer.error, 'wrong-code');

  const change = (text: string) => {
    setCode(text);
    setWrong(null);
    if (refused) answer.reset();
  };
  const submitCode = () => {
    const missing = checkCode(code, digits);
    setWrong(missing);
    if (!missing && waitSeconds === 0) answer.mutate(code);
  };
  return (
    <>
      <PageHeading title={title}>{lead}</PageHeading>
      <EntryForm answered={answer.error ?? wrong} onSubmit={submitCode}>
        <CodeField
          label={label}
          hint={hint}
          error={wrong ? t(wrong) : refused ? t('problems.wrong-code') : null}
          value={code}
          onChange={change}
          digits={digits}
          autoFocus
        />
        {!refused && <Failure error={answer.error} waitSeconds={waitSeconds} />}
        <Button type="submit" tone="primary" pending={answer.isPending} disabled={waitSeconds > 0}>
          {submit}
        </Button>
      </EntryForm>
      {children && <div className="mt-5 grid justify-items-start gap-1">{children}</div>}
    </>
  );
}
