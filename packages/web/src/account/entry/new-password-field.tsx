import { type ReactElement, useDeferredValue, useEffect, useState } from 'react';
import { PasswordField } from '../../design/password-field.tsx';
import { useWords } from '../../words/words.ts';
import { charactersLeft } from './check-entry.ts';
import type { Strength } from './estimate-strength.ts';
import { StrengthMeter } from './strength-meter.tsx';

interface NewPasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | null | undefined;
  /** Words that make a password easy to guess here, such as the e-mail address. */
  known?: string;
}

/** Chooses a password: says what is asked, and how hard the choice is to guess. */
export function NewPasswordField({ label, value, onChange, error, known = '' }: NewPasswordFieldProps): ReactElement {
  const { t } = useWords();
  const strength = useStrength(value, known);
  const left = charactersLeft(value);
  return (
    <div className="grid gap-2">
      <PasswordField
        label={label}
        value={value}
        onChange={onChange}
        error={error}
        hint={t('auth.passwordHint')}
        autoComplete="new-password"
        required
      />
      {value !== '' && <StrengthMeter strength={left > 0 ? null : strength} charactersLeft={left} />}
    </div>
  );
}

/** The dictionaries are large: they load when somebody begins to type. */
function useStrength(password: string, known: string): Strength | null {
  const settled = useDeferredValue(password);
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let current = true;
    if (settled === '') return;
    import('./estimate-strength.ts').then(
      ({ estimateStrength }) => current && setStrength(estimateStrength(settled, [known])),
      () => current && setStrength(null),
    );
    return () => {
      current = false;
    };
  }, [settled, known]);
  return strength;
}
