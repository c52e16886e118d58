import type { Device, Judgement } from '@warder/api';
import { describeJudgement } from '@warder/words';
import type { ReactElement } from 'react';
import { classNames } from '../../design/class-names.ts';
import { Icon } from '../../design/icon.tsx';
import { useWords } from '../../words/words.ts';

const tones: Record<Judgement['level'], string> = { danger: 'font-medium text-danger', warning: 'text-warn', notice: 'text-muted' };

/** What is remarkable about one device, gravest first, in sentences. */
export function JudgementList({ judgements }: Pick<Device, 'judgements'>): ReactElement | null {
  const { t, locale } = useWords();
  if (judgements.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-1">
      {judgements.map((judgement) => (
        <li
          key={judgement.code}
          data-level={judgement.level}
          className={classNames('flex items-start gap-2 text-[0.9375rem]', tones[judgement.level])}
        >
          {judgement.level !== 'notice' && (
            <span className="mt-0.5">
              <Icon name="warning" size={18} />
            </span>
          )}
          {describeJudgement(judgement, t, locale)}
        </li>
      ))}
    </ul>
  );
}
