import { Link } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { buttonClass } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { useWords } from '../../words/words.ts';
import { forgetForcedOffline, useForcedOffline } from './force-offline.tsx';
import { LogOut } from './log-out.tsx';

/** What was done, and the rest of the remedy: throwing one device out does not take the password away from whoever has it. */
export function Remedy(): ReactElement | null {
  const { t } = useWords();
  const done = useForcedOffline();
  useEffect(() => forgetForcedOffline, []);
  if (!done) return null;
  return (
    <Notice tone="good" announced className="mb-8" title={t('devices.offline_done', { device: done.name })}>
      <p>{t('devices.offline_done_count', { ended: done.ended, left: done.left })}</p>
      <p className="mt-2">{t('devices.offline_password')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Link to="/settings" className={buttonClass('plain')}>
          {t('devices.changePassword')}
        </Link>
        <LogOut scope="others" />
      </div>
    </Notice>
  );
}
