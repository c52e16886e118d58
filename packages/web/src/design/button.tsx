import type { ComponentProps, ReactElement } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

/** primary: the one thing to do here. plain: anything else. danger: ends or removes something. quiet: words alone. */
export type ButtonTone = 'primary' | 'plain' | 'danger' | 'quiet';

const tones: Record<ButtonTone, string> = {
  primary: 'border-brand bg-brand px-4 text-center text-paper hover:opacity-90',
  plain: 'border-muted/45 bg-surface px-4 text-center text-ink hover:border-muted',
  danger: 'border-danger bg-danger px-4 text-center text-paper hover:opacity-90',
  quiet: 'border-transparent text-left text-brand underline decoration-brand/40 underline-offset-4 hover:decoration-brand',
};

/** The look of a button, for a link that has it too. */
export const buttonClass = (tone: ButtonTone = 'plain'): string =>
  classNames(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-sm border py-2 text-[0.9375rem] leading-tight font-medium',
    'transition-[border-color,opacity] disabled:opacity-50 aria-disabled:opacity-60 data-[pending=true]:opacity-70',
    tones[tone],
  );

interface ButtonProps extends ComponentProps<'button'> {
  tone?: ButtonTone;
  icon?: IconName;
  /** Under way: stays in place and in the tab order, and does nothing more. */
  pending?: boolean;
}

/** A button of at least 44 px. Says what it does with a verb. */
export function Button({ tone = 'plain', icon, pending = false, className, children, onClick, type = 'button', ...rest }: ButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(buttonClass(tone), className)}
      data-pending={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  icon: IconName;
  /** What it does, for everybody: the tooltip and the name. */
  label: string;
}

/** A 44 px square with a drawing; named by its label. */
export function IconButton({ icon, label, className, type = 'button', ...rest }: IconButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames('inline-grid size-11 shrink-0 place-items-center rounded-sm text-muted hover:text-ink', className)}
    >
      <Icon name={icon} />
    </button>
  );
}
