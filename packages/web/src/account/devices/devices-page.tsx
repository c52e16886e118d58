import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Device, DeviceList } from '@warder/api';
import { describeZone } from '@warder/words';
import { lazy, type ReactElement, Suspense } from 'react';
import { devicesQuery } from '../../data/devices.ts';
import { PageHeading, SectionHeading } from '../../design/page-heading.tsx';
import { Rows } from '../../design/row.tsx';
import { Segments } from '../../design/segments.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/states.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { useClock, useNow } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { type DeviceSearch, isFiltered, toDeviceFilter, type View, views } from './device-filter.ts';
import { DeviceRow } from './device-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import { LogOut } from './log-out.tsx';
import { Remedy } from './remedy.tsx';

const DeviceMap = lazy(() => import('./device-map.tsx').then(({ DeviceMap: component }) => ({ default: component })));
const DeviceTimeline = lazy(() => import('./device-timeline.tsx').then(({ DeviceTimeline: component }) => ({ default: component })));
const route = getRouteApi('/account/devices');

function Shown({ view, devices }: { view: View; devices: readonly Device[] }): ReactElement {
  const { t } = useWords();
  if (devices.length === 0) return <EmptyState title={t('devices.noneMatch')}>{t('devices.noneMatch_hint')}</EmptyState>;
  if (view !== 'list') {
    return (
      <Suspense fallback={<Skeleton rows={4} />}>{view === 'map' ? <DeviceMap devices={devices} /> : <DeviceTimeline devices={devices} />}</Suspense>
    );
  }
  return (
    <Rows>
      {devices.map((device) => (
        <DeviceRow key={device.id} device={device} />
      ))}
    </Rows>
  );
}

/** Whom the location data oblige to name. */
export function Attributions({ attributions }: Pick<DeviceList, 'attributions'>): ReactElement | null {
  const { t } = useWords();
  if (attributions.length === 0) return null;
  return (
    <p className="mt-6 text-sm text-muted">
      {t('devices.attributions')}{' '}
      {attributions.map(({ text, url }, index) => (
        <span key={url}>
          {index > 0 && ' · '}
          <a href={url} rel="noreferrer" className={textLinkClass}>
            {text}
          </a>
        </span>
      ))}
    </p>
  );
}

function Listed({ list, search }: { list: DeviceList; search: DeviceSearch }): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate({ from: '/devices' });
  const clock = useClock();
  const now = useNow();
  const view = search.view ?? 'list';
  const show = (next: View) =>
    void navigate({ search: ({ view: _, ...before }) => (next === 'list' ? before : { ...before, view: next }), replace: true, resetScroll: false });
  return (
    <>
      <PageHeading
        title={list.needAttention > 0 ? t('devices.title_attention', { count: list.needAttention }) : t('devices.title_fine', { count: list.total })}
      >
        {t('devices.lead')} {t('devices.zoneNote', { zone: describeZone(now, clock, t) })}
      </PageHeading>
      <Remedy />
      <FilterBar search={search} facets={list.facets} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <Segments
          label={t('devices.view')}
          value={view}
          onChange={show}
          options={views.map((value) => ({ value, label: t(`devices.view_${value}`) }))}
        />
        {isFiltered(search) && (
          <p role="status" className="text-sm text-muted">
            {t('devices.shown', { shown: list.devices.length, total: list.total })}
          </p>
        )}
      </div>
      <Shown view={view} devices={list.devices} />
      <section aria-labelledby="sign-out" className="mt-12 grid gap-3">
        <SectionHeading id="sign-out">{t('devices.all_heading')}</SectionHeading>
        <p className="max-w-prose text-muted">{t('devices.all_lead')}</p>
        <div className="flex flex-wrap items-start gap-3">
          <LogOut scope="others" />
          <LogOut scope="all" tone="danger" />
        </div>
      </section>
      <Attributions attributions={list.attributions} />
    </>
  );
}

/** Every device and session of the account, judged, and any of them out in one click. */
export function DevicesPage(): ReactElement {
  const { t } = useWords();
  const search = route.useSearch();
  const now = useNow(3_600_000);
  const { data, error, refetch } = useQuery(devicesQuery(toDeviceFilter(search, now)));
  if (data) return <Listed list={data} search={search} />;
  return (
    <>
      <PageHeading title={t('shell.devices')} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} />}
    </>
  );
}
