import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/words.ts';
import { IconButton } from './button.tsx';

interface DialogProps {
  /** Specific: names the thing ("Sign out Office ThinkPad?"). */
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Verbs, the safe one first in the source; it gets the focus when it carries `data-safe`. */
  actions?: ReactNode;
}

/** The browser's own modal: keeps the focus inside, closes with Escape, gives the focus back. Mount it to open it. */
export function Dialog({ title, onClose, children, actions }: DialogProps): ReactElement {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const opener = document.activeElement;
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus], [data-safe], input')?.focus();
    return () => {
      element.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-md border border-line bg-surface p-6 text-ink shadow-2xl open:animate-rise max-sm:mb-4 max-sm:p-5"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={id} className="font-head text-xl leading-snug font-semibold">
          {title}
        </h2>
        <IconButton icon="close" label={t('common.close')} onClick={onClose} className="-mt-2.5 -mr-2.5" />
      </div>
      <div className="mt-2 grid gap-3">{children}</div>
      {actions && <div className="mt-6 flex flex-wrap-reverse justify-end gap-3 max-sm:*:flex-1">{actions}</div>}
    </dialog>
  );
}
