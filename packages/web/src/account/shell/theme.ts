import { createStore } from '../../data/store.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'warder.theme';
const stored = localStorage.getItem(storageKey);

/** How the pages look. `public/theme.js` applies it before anything is painted; this keeps it from there on. */
export const theme = createStore<Theme>(themes.find((one) => one === stored) ?? 'auto');

/** Looks so from now on, in this browser. */
export function wear(chosen: Theme): void {
  if (chosen === 'auto') {
    localStorage.removeItem(storageKey);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(storageKey, chosen);
    document.documentElement.dataset['theme'] = chosen;
  }
  theme.set(chosen);
}
