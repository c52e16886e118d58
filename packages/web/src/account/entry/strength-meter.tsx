import type { ReactElement } from 'react';
import { classNames } from '../../design/class-names.ts';
import { useWords } from '../../words/words.ts';
import type { Strength } from './estimate-strength.ts';

const steps = [1, 2, 3, 4] as const;
const fill = (strength: Strength): string => (strength >= 3 ? 'bg-brand' : strength === 2 ? 'bg-warn' : 'bg-danger');

/** Four marks and a word; while characters are missing, how many. */
export function StrengthMeter({ strength, charactersLeft }: { strength: Strength | null; charactersLeft: number }): ReactElement {
  const { t } = useWords();
  const word = charactersLeft > 0 ? t('auth.charactersLeft', { count: charactersLeft }) : strength === null ? '' : t(`auth.strength_${strength}`);
  return (
    <div className="flex items-center gap-3" data-strength={strength ?? ''}>
      <div aria-hidden="true" className="grid flex-1 grid-cols-4 gap-1">
        {steps.map((step) => (
          <span
            key={step}
            className={classNames('h-1 rounded-full', strength !== null && step <= Math.max(1, strength) ? fill(strength) : 'bg-line')}
          />
        ))}
      </div>
      <p role="status" className="min-w-28 text-right text-sm text-muted">
        <span className="sr-only">{t('auth.strength')}: </span>
        {word}
      </p>
    </div>
  );
}
