import { useNavigate } from '@tanstack/react-router';
import type { DeviceList } from '@warder/api';
import { type ReactElement, Suspense, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { lazyWithWords, useWords } from '../../words/words.ts';
import { type DeviceSearch, isFiltered } from './device-filter.ts';

const FilterFields = lazyWithWords('actions', () => import('./filter-fields.tsx'));

/** What the list is narrowed to, kept in the address: it survives a reload and can be sent to somebody (DEV-4). */
export function FilterBar({ search, facets }: { search: DeviceSearch; facets: DeviceList['facets'] }): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate({ from: '/devices' });
  const [open, setOpen] = useState(isFiltered(search));
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="mb-6 border-y border-line py-3">
      <summary className="min-h-8 font-medium">{t('devices.filters')}</summary>
      {open && (
        <Suspense fallback={<Skeleton rows={1} />}>
          <FilterFields search={search} facets={facets} />
        </Suspense>
      )}
      {isFiltered(search) && (
        <Button tone="quiet" onClick={() => void navigate({ search: search.view ? { view: search.view } : {}, replace: true })}>
          {t('devices.clearFilters')}
        </Button>
      )}
    </details>
  );
}
