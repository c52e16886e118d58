import { type ComponentProps, type ReactElement, type ReactNode, useId, useRef } from 'react';
import { classNames } from './class-names.ts';

interface MenuProps {
  /** What opens it. */
  button: (props: { popoverTarget: string }) => ReactNode;
  label: string;
  children: ReactNode;
}

const gapPx = 6;

/** A panel that opens at its button: the browser's own popover, closed by Escape, a click elsewhere or a choice. */
export function Menu({ button, label, children }: MenuProps): ReactElement {
  const id = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const place = (panel: HTMLElement) => {
    const box = anchor.current?.getBoundingClientRect();
    if (!box) return;
    const width = document.documentElement.clientWidth;
    panel.style.top = `${box.bottom + gapPx}px`;
    panel.style.right = `${Math.max(8, width - box.right)}px`;
  };
  return (
    <div ref={anchor}>
      {button({ popoverTarget: id })}
      <fieldset
        id={id}
        popover="auto"
        aria-label={label}
        onBeforeToggle={(event) => place(event.currentTarget)}
        className="inset-auto m-0 max-w-[calc(100vw-1rem)] min-w-48 rounded-md border border-line bg-surface p-1.5 text-ink shadow-lg shadow-ink/10 open:animate-rise"
      >
        {children}
      </fieldset>
    </div>
  );
}

/** One choice of a menu; `current` marks the one in force. */
export function MenuItem({ current = false, className, onClick, ...rest }: ComponentProps<'button'> & { current?: boolean }): ReactElement {
  return (
    <button
      {...rest}
      type="button"
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onClick?.(event);
      }}
      aria-current={current || undefined}
      className={classNames(
        'flex min-h-11 w-full items-center gap-3 rounded-sm px-3 text-left hover:bg-sea aria-[current]:font-semibold aria-[current]:text-brand',
        className,
      )}
    />
  );
}
