import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { FieldFrame, inputClass } from './field.tsx';

interface CodeFieldProps extends Omit<ComponentProps<'input'>, 'children' | 'onChange' | 'value'> {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  value: string;
  onChange: (value: string) => void;
  /** How many digits; a recovery code has letters and no fixed look while it is typed. */
  digits?: number | null;
}

/** A code to type or paste, with whatever spaces it came with; the system may offer it from a message. */
export function CodeField({ label, hint, error, value, onChange, digits = 6, className, ...input }: CodeFieldProps): ReactElement {
  const read = (text: string) => (digits === null ? text : text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, digits));
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...input}
          {...control}
          value={value}
          onChange={(event) => onChange(read(event.target.value))}
          inputMode={digits === null ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={classNames(inputClass, 'font-mono', digits === null ? 'text-base' : 'text-2xl tracking-[0.35em]', className)}
        />
      )}
    </FieldFrame>
  );
}
