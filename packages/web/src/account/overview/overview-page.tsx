import type { Account, Device, DeviceList } from '@warder/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { devicesQuery, reviewDevices } from '../../data/devices.ts';
import { useSession } from '../../data/session.ts';
import { Button, buttonClass } from '../../design/button.tsx';
import { PageHeading, SectionHeading } from '../../design/page-heading.tsx';
import { Row, Rows } from '../../design/row.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { ErrorState } from '../../design/states.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { Time } from '../../design/time.tsx';
import { toast } from '../../design/toasts.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { DeviceRow } from '../devices/device-row.tsx';
import { Remedy } from '../devices/remedy.tsx';
import { type Hygiene, hygieneOf } from './hygiene.ts';

/** Only what does not look like the holder is asked about, with why, and with both answers beside it. */
function Attention({ devices }: { devices: readonly Device[] }): ReactElement | null {
  const { t } = useWords();
  if (devices.length === 0) return null;
  return (
    <section aria-labelledby="attention" className="mb-12">
      <SectionHeading id="attention">{t('devices.wasItYou')}</SectionHeading>
      <Rows className="mt-3">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </Rows>
    </section>
  );
}

function HygieneItem({ item }: { item: Hygiene }): ReactElement {
  const { t } = useWords();
  const values = 'count' in item ? { count: item.count } : undefined;
  return (
    <li className="py-3">
      <Link to={item.kind === 'unused' ? '/devices' : '/settings'} className={textLinkClass}>
        {t(`devices.hygiene_${item.kind}`, values)}
      </Link>
      <p className="text-muted">{t(`devices.hygiene_${item.kind}_why`, values)}</p>
    </li>
  );
}

function HygieneSection({ account, devices }: { account: Account; devices: readonly Device[] }): ReactElement {
  const { t } = useWords();
  const items = hygieneOf(account, devices);
  return (
    <section aria-labelledby="hygiene" className="mb-12">
      <SectionHeading id="hygiene">{t('devices.hygiene')}</SectionHeading>
      {items.length === 0 ? (
        <p className="mt-2 text-muted">{t('devices.hygiene_none')}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {items.map((item) => (
            <HygieneItem key={item.kind} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Review({ list }: { list: DeviceList }): ReactElement {
  const { t, locale } = useWords();
  const review = useMutation({ ...reviewDevices, onSuccess: (...done) => (reviewDevices.onSuccess?.(...done), toast(t('devices.review_done'))), onError: (error) => toast(describeError(error, t, locale)) });
  return (
    <section aria-label={t('shell.devices')}>
      <Rows>
        <Row
          actions={
            <>
              <Link to="/devices" className={buttonClass('primary')}>
                {t('devices.seeAll')}
              </Link>
              <Button pending={review.isPending} onClick={() => review.mutate()}>
                {t('devices.review')}
              </Button>
            </>
          }
        >
          <p className="font-medium">{t('common.countDevices', { count: list.total })}</p>
          {list.reviewedAt && (
            <p className="text-sm text-muted">
              {t('devices.reviewed_label')} <Time at={list.reviewedAt} form="relative" />
            </p>
          )}
        </Row>
      </Rows>
    </section>
  );
}

/** The verdict first: one sentence about the account, then what to look at, then what would make it harder to hit. */
export function OverviewPage(): ReactElement {
  const { t } = useWords();
  const { account } = useSession();
  const { data, error, refetch } = useQuery(devicesQuery());
  if (!data) {
    return (
      <>
        <PageHeading title={t('shell.overview')} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton />}
      </>
    );
  }
  const attention = data.devices.filter(({ needsAttention }) => needsAttention);
  const title = attention.length > 0 ? t('devices.title_attention', { count: attention.length }) : t('devices.verdict_fine');
  return (
    <>
      <PageHeading title={title}>{attention.length > 0 ? t('devices.verdict_lead') : t('devices.verdict_fine_lead', { count: data.total })}</PageHeading>
      <Remedy />
      <Attention devices={attention} />
      <HygieneSection account={account} devices={data.devices} />
      <Review list={data} />
    </>
  );
}
