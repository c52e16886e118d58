import type { Locale } from '@warder/api';
import type { CompiledMessages } from '@warder/words';

/** What every page says, and what some do: each is loaded when a page needs it, in the one language that is spoken. */
export type Part = 'base' | 'entry' | 'overview' | 'devices' | 'device' | 'actions' | 'activity' | 'settings';

export const load: Record<Locale, Record<Part, () => Promise<{ default: CompiledMessages }>>> = {
  en: {
    base: () => import('virtual:words/en/base'),
    entry: () => import('virtual:words/en/entry'),
    overview: () => import('virtual:words/en/overview'),
    devices: () => import('virtual:words/en/devices'),
    device: () => import('virtual:words/en/device'),
    actions: () => import('virtual:words/en/actions'),
    activity: () => import('virtual:words/en/activity'),
    settings: () => import('virtual:words/en/settings'),
  },
  zh: {
    base: () => import('virtual:words/zh/base'),
    entry: () => import('virtual:words/zh/entry'),
    overview: () => import('virtual:words/zh/overview'),
    devices: () => import('virtual:words/zh/devices'),
    device: () => import('virtual:words/zh/device'),
    actions: () => import('virtual:words/zh/actions'),
    activity: () => import('virtual:words/zh/activity'),
    settings: () => import('virtual:words/zh/settings'),
  },
  ja: {
    base: () => import('virtual:words/ja/base'),
    entry: () => import('virtual:words/ja/entry'),
    overview: () => import('virtual:words/ja/overview'),
    devices: () => import('virtual:words/ja/devices'),
    device: () => import('virtual:words/ja/device'),
    actions: () => import('virtual:words/ja/actions'),
    activity: () => import('virtual:words/ja/activity'),
    settings: () => import('virtual:words/ja/settings'),
  },
  ko: {
    base: () => import('virtual:words/ko/base'),
    entry: () => import('virtual:words/ko/entry'),
    overview: () => import('virtual:words/ko/overview'),
    devices: () => import('virtual:words/ko/devices'),
    device: () => import('virtual:words/ko/device'),
    actions: () => import('virtual:words/ko/actions'),
    activity: () => import('virtual:words/ko/activity'),
    settings: () => import('virtual:words/ko/settings'),
  },
};
