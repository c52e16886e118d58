import type { ReactElement } from 'react';
import { useOnline } from '../../data/online.ts';
import { Notice } from '../../design/notice.tsx';
import { useWords } from '../../words/words.ts';

/** Says that the network is away, for as long as it is. */
export function OfflineBar(): ReactElement {
  const { t } = useWords();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <Notice tone="warn" title={t('shell.offline_title')} className="my-3">
          <p className="text-sm">{t('shell.offline_text')}</p>
        </Notice>
      )}
    </div>
  );
}
