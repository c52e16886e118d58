import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { useWords } from '../../words/words.ts';
import type { ForcedOffline } from './forced-offline.ts';
import { LogOut } from './log-out.tsx';

/** What was done, and the rest of the remedy: throwing one device out does not take the password away from whoever has it. */
export default function RemedyNotice({ done }: { done: ForcedOffline }): ReactElement {
  const { t } = useWords();
  return (
    <Notice tone="good" announced className="mb-8" title={t('actions.offline_done', { device: done.name })}>
      <p>{t('actions.offline_done_count', { ended: done.ended, left: done.left })}</p>
      <p className="mt-2">{t('actions.offline_password')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Link to="/settings" className={buttonClass('plain')}>
          {t('actions.changePassword')}
        </Link>
        <LogOut scope="others" />
      </div>
    </Notice>
  );
}
