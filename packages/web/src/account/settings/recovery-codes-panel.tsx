import { useBlocker } from '@tanstack/react-router';
import { describeDate } from '@warder/words';
import { type ReactElement, useEffect, useRef } from 'react';
import { readClock } from '../../data/clock.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { toast } from '../../design/toasts.tsx';
import { useClock } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { downloadText, printPart } from './keep-text.ts';

interface RecoveryCodesPanelProps {
  codes: readonly string[];
  email: string;
  onKept: () => void;
}

/** Ten recovery codes, shown this once, with three ways to keep them. Leaving the page asks first. */
export default function RecoveryCodesPanel({ codes, email, onKept }: RecoveryCodesPanelProps): ReactElement {
  const { t } = useWords();
  const clock = useClock();
  const heading = useRef<HTMLHeadingElement>(null);
  const leaving = useBlocker({ shouldBlockFn: () => true, enableBeforeUnload: true, withResolver: true });
  useEffect(() => heading.current?.focus(), []);

  const note = t('settings.codes_file', { email, date: describeDate(readClock(), clock) });
  const text = `${note}\n\n${codes.join('\n')}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t('common.copied'));
  };
  return (
    <section data-print-part="" aria-labelledby="codes-title" className="border-l-4 border-warn bg-warn-soft px-5 py-5">
      <h3 id="codes-title" ref={heading} tabIndex={-1} className="font-head text-xl font-semibold text-warn outline-none">
        {t('settings.codes_title')}
      </h3>
      <p className="mt-1 max-w-prose print:hidden">{t('settings.codes_once')}</p>
      <p className="hidden print:block">{note}</p>
      <ol translate="no" className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))] gap-x-6 gap-y-1.5 font-mono text-[1.05rem]">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="mt-5 flex flex-wrap gap-2 print:hidden">
        <Button icon="copy" onClick={() => void copy()}>
          {t('common.copy')}
        </Button>
        <Button icon="download" onClick={() => downloadText('warder-recovery-codes.txt', text)}>
          {t('common.download')}
        </Button>
        <Button icon="print" onClick={printPart}>
          {t('settings.codes_print')}
        </Button>
        <Button tone="primary" onClick={onKept}>
          {t('settings.codes_kept')}
        </Button>
      </div>
      {leaving.status === 'blocked' && (
        <ConfirmDialog
          title={t('settings.codes_leave_title')}
          verb={t('settings.codes_leave')}
          safe={t('settings.codes_stay')}
          onConfirm={leaving.proceed}
          onClose={leaving.reset}
        >
          <p>{t('settings.codes_leave_effect')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
