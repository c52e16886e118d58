import { type ComponentProps, type ReactElement, type ReactNode, useState } from 'react';
import { useWords } from '../words/words.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { FieldFrame, inputClass } from './field.tsx';

interface PasswordFieldProps extends Omit<ComponentProps<'input'>, 'children' | 'onChange' | 'value' | 'type'> {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
}

/** A password, hidden until its owner wants to see it. Pasting and password managers are welcome. */
export function PasswordField({ label, hint, error, value, onChange, className, ...input }: PasswordFieldProps): ReactElement {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={classNames(inputClass, 'pr-12', className)}
          />
          <IconButton
            icon={shown ? 'eyeOff' : 'eye'}
            label={t(shown ? 'common.hide' : 'common.show')}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0"
          />
        </div>
      )}
    </FieldFrame>
  );
}
