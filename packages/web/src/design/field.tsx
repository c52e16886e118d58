import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export const inputClass = classNames(
  'block min-h-11 w-full rounded-sm border border-muted/75 bg-surface px-3 py-2 text-base text-ink placeholder:text-muted/80',
  'aria-invalid:border-danger aria-invalid:outline-danger',
);

/** What ties a control to its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FrameProps {
  label: string;
  hint?: ReactNode;
  /** Why what was entered will not do; stands beside the control until it will. */
  error?: string | null | undefined;
  /** Beside the label, at the end of its line. */
  aside?: ReactNode;
  children: (control: ControlProps) => ReactNode;
}

/** Label above, control, then its error or hint, all tied together for screen readers. */
export function FieldFrame({ label, hint, error, aside, children }: FrameProps): ReactElement {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-[0.9375rem] font-medium">
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="text-sm text-danger" data-field-error="">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

type FieldProps = Omit<FrameProps, 'children'> & Omit<ComponentProps<'input'>, 'children'>;

/** One line of text. */
export function Field({ label, hint, error, aside, className, ...input }: FieldProps): ReactElement {
  return (
    <FieldFrame label={label} hint={hint} error={error} aside={aside}>
      {(control) => <input {...input} {...control} className={classNames(inputClass, className)} />}
    </FieldFrame>
  );
}

type SelectFieldProps = Omit<FrameProps, 'children'> & ComponentProps<'select'>;

/** One choice of several, by the system's own list. */
export function SelectField({ label, hint, error, aside, className, children, ...select }: SelectFieldProps): ReactElement {
  return (
    <FieldFrame label={label} hint={hint} error={error} aside={aside}>
      {(control) => (
        <select {...select} {...control} className={classNames(inputClass, 'pr-8', className)}>
          {children}
        </select>
      )}
    </FieldFrame>
  );
}
