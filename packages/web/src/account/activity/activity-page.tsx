import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { describeZone } from '@warder/words';
import type { ReactElement } from 'react';
import { signInsQuery } from '../../data/sign-ins.ts';
import { Button } from '../../design/button.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Rows } from '../../design/row.tsx';
import { Segments } from '../../design/segments.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/states.tsx';
import { useClock, useNow } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { SignInRow } from './sign-in-row.tsx';

const route = getRouteApi('/account/activity');
const defaultDays = 30;

/** Who tried to sign in, refused attempts included (DEV-7). */
export function ActivityPage(): ReactElement {
  const { t } = useWords();
  const clock = useClock();
  const now = useNow();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/activity' });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(signInsQuery(search));
  const records = data?.pages.flatMap(({ signIns }) => signIns) ?? [];
  const outcome = search.outcome ?? 'all';
  const choose = (next: 'all' | 'signed_in' | 'failed') =>
    void navigate({ search: next === 'all' ? {} : { outcome: next }, replace: true, resetScroll: false });
  return (
    <>
      <PageHeading title={t('activity.activity_title')}>
        {t('activity.activity_lead', { days: data?.pages[0]?.retentionDays ?? defaultDays, zone: describeZone(now, clock, t) })}
      </PageHeading>
      <Segments
        className="mb-4"
        label={t('activity.outcome')}
        value={outcome}
        onChange={choose}
        options={(['all', 'signed_in', 'failed'] as const).map((value) => ({ value, label: t(`activity.outcome_${value}`) }))}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={5} />}
      {data && records.length === 0 && <EmptyState title={t('activity.activity_none')} />}
      {records.length > 0 && (
        <Rows>
          {records.map((record) => (
            <SignInRow key={record.id} record={record} />
          ))}
        </Rows>
      )}
      {hasNextPage && (
        <Button className="mt-6" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('activity.older')}
        </Button>
      )}
      {data && !hasNextPage && records.length > 0 && <p className="mt-6 text-sm text-muted">{t('activity.noMore')}</p>}
    </>
  );
}
