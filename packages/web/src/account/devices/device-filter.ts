import type { DeviceFilter } from '@warder/api';

/** How the devices are looked at. */
export const views = ['list', 'map', 'timeline'] as const;
export type View = (typeof views)[number];

/** How far back a sign-in may lie. */
export const spans = ['day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

/** The list's part of the address: the filter, and how it is looked at. What is not there is not filtered. */
export interface DeviceSearch {
  search?: string;
  country?: string;
  city?: string;
  status?: 'online' | 'offline';
  form?: NonNullable<DeviceFilter['form']>;
  signedIn?: Span;
  view?: View;
}

export const forms = ['desktop', 'phone', 'tablet', 'tv', 'other'] as const;
const statuses = ['online', 'offline'] as const;
const maxLength = 100;
const hours: Record<Span, number> = { day: 24, week: 7 * 24, month: 30 * 24 };
const hourMs = 3_600_000;

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined => values.find((known) => known === value);
const text = (value: unknown): string | undefined => {
  const trimmed = typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, maxLength) : '';
  return trimmed === '' ? undefined : trimmed;
};

const present = <T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };

/** Reads the address. Total: what no filter could mean is left out, so that a mangled link still opens the list. */
export function readDeviceSearch(search: Record<string, unknown>): DeviceSearch {
  const country = text(search['country']);
  return present({
    search: text(search['search']),
    country: country && /^[A-Z]{2}$/.test(country) ? country : undefined,
    city: text(search['city']),
    status: oneOf(statuses, search['status']),
    form: oneOf(forms, search['form']),
    signedIn: oneOf(spans, search['signedIn']),
    view: oneOf(views, search['view']),
  });
}

/** What the server is asked. The span is counted from the whole hour, so that the same list is asked for again and again. */
export function toDeviceFilter({ signedIn, view: _, ...rest }: DeviceSearch, now: Date): DeviceFilter {
  if (!signedIn) return rest;
  const hour = Math.floor(now.getTime() / hourMs) * hourMs;
  return { ...rest, since: new Date(hour - hours[signedIn] * hourMs).toISOString() };
}

export const isFiltered = ({ view: _, ...filter }: DeviceSearch): boolean => Object.values(filter).some((value) => value !== undefined);
