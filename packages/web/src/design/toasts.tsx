import type { ReactElement } from 'react';
import { createStore, useStore } from '../data/store.ts';

interface Toast {
  id: number;
  text: string;
}

const shownMs = 5_000;
const maxShown = 3;
const toasts = createStore<readonly Toast[]>([]);
let lastId = 0;

/** Says a minor result in passing ("Copied"). What matters stays on the page instead. */
export function toast(text: string): void {
  lastId += 1;
  const id = lastId;
  toasts.set([...toasts.get(), { id, text }].slice(-maxShown));
  setTimeout(() => toasts.set(toasts.get().filter((shown) => shown.id !== id)), shownMs);
}

/** Where toasts appear; mounted once. */
export function ToastRegion(): ReactElement {
  const shown = useStore(toasts);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-20 z-10 grid justify-items-center gap-2 sm:bottom-6 print:hidden">
      {shown.map(({ id, text }) => (
        <p key={id} className="animate-rise rounded-sm bg-ink px-4 py-2.5 text-[0.9375rem] text-paper shadow-lg">
          {text}
        </p>
      ))}
    </div>
  );
}
