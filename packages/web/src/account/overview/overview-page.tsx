import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Account, Device, DeviceList } from '@warder/api';
import { type ReactElement, Suspense } from 'react';
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
import { lazyWithWords, useWords } from '../../words/words.ts';
import { Remedy } from '../devices/remedy.tsx';
import { type Hygiene, hygieneOf } from './hygiene.ts';

const Attention = lazyWithWords('devices', () => import('./attention.tsx'));

function HygieneItem({ item }: { item: Hygiene }): ReactElement {
  const { t } = useWords();
  const values = 'count' in item ? { count: item.count } : undefined;
  return (
    <li className="py-3">
      <Link to={item.kind === 'unused' ? '/devices' : '/settings'} className={textLinkClass}>
        {t(`overview.hygiene_${item.kind}`, values)}
      </Link>
      <p className="text-muted">{t(`overview.hygiene_${item.kind}_why`, values)}</p>
    </li>
  );
}

function HygieneSection({ account, devices }: { account: Account; devices: readonly Device[] }): ReactElement {
  const { t } = useWords();
  const items = hygieneOf(account, devices);
  return (
    <section aria-labelledby="hygiene" className="mb-12">
      <SectionHeading id="hygiene">{t('overview.hygiene')}</SectionHeading>
      {items.length === 0 ? (
        <p className="mt-2 text-muted">{t('overview.hygiene_none')}</p>
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
  const review = useMutation({
    ...reviewDevices,
    onError: (error) => toast(describeError(error, t, locale)),
  });
  return (
    <section aria-label={t('shell.devices')}>
      <Rows>
        <Row
          actions={
            <>
              <Link to="/devices" className={buttonClass('primary')}>
                {t('overview.seeAll')}
              </Link>
              <Button pending={review.isPending} onClick={() => review.mutate(undefined, { onSuccess: () => toast(t('overview.review_done')) })}>
                {t('overview.review')}
              </Button>
            </>
          }
        >
          <p className="font-medium">{t('common.countDevices', { count: list.total })}</p>
          {list.reviewedAt && (
            <p className="text-sm text-muted">
              {t('overview.reviewed_label')} <Time at={list.reviewedAt} form="relative" />
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
  const title = attention.length > 0 ? t('overview.title_attention', { count: attention.length }) : t('overview.verdict_fine');
  return (
    <>
      <PageHeading title={title}>
        {attention.length > 0 ? t('overview.verdict_lead') : t('overview.verdict_fine_lead', { count: data.total })}
      </PageHeading>
      <Remedy />
      {attention.length > 0 && (
        <Suspense fallback={<Skeleton rows={1} />}>
          <Attention devices={attention} />
        </Suspense>
      )}
      <HygieneSection account={account} devices={data.devices} />
      <Review list={data} />
    </>
  );
}
