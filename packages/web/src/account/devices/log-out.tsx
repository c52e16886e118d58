import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { logOut } from '../../data/devices.ts';
import { announceSessionEnd } from '../../data/session-end.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { Notice } from '../../design/notice.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';

const labels = { others: 'common.signOutOthers', all: 'common.signOutEverywhere' } as const;

/** Signs out all other devices, or all (DEV-6). What it came to stays beside the button. */
export function LogOut({ scope, tone = 'plain' }: { scope: 'others' | 'all'; tone?: 'plain' | 'danger' }): ReactElement {
  const { t, locale } = useWords();
  const [asking, setAsking] = useState(false);
  const [forgetDevices, setForgetDevices] = useState(true);
  const end = useMutation({
    ...logOut,
    onSuccess: () => {
      setAsking(false);
      if (scope === 'all') announceSessionEnd('logged_out_all');
    },
  });
  return (
    <div className="grid justify-items-start gap-3">
      <Button tone={tone} onClick={() => setAsking(true)}>
        {t(labels[scope])}
      </Button>
      {end.data && scope === 'others' && (
        <Notice tone="good" announced>
          {t('devices.others_done', { ended: end.data.endedSessions.length, left: end.data.remainingSessions })}
        </Notice>
      )}
      {asking && (
        <ConfirmDialog
          title={t(`devices.${scope}_title`)}
          verb={t(labels[scope])}
          pending={end.isPending}
          error={end.error && describeError(end.error, t, locale)}
          onConfirm={() => end.mutate({ scope, forgetDevices })}
          onClose={() => setAsking(false)}
        >
          <p>{t(`devices.${scope}_effect`)}</p>
          <label className="flex min-h-11 items-start gap-3 py-2">
            <input type="checkbox" checked={forgetDevices} onChange={(event) => setForgetDevices(event.target.checked)} className="mt-1 size-5 shrink-0" />
            <span>
              {t('devices.forget')}
              <span className="block text-sm text-muted">{t('devices.forget_hint')}</span>
            </span>
          </label>
        </ConfirmDialog>
      )}
    </div>
  );
}
