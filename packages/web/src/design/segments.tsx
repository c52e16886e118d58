import { type ReactElement, useId } from 'react';
import { classNames } from './class-names.ts';

interface SegmentsProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  className?: string;
}

/** A few choices side by side, one in force: radio buttons underneath, with their keys. */
export function Segments<T extends string>({ label, options, value, onChange, className }: SegmentsProps<T>): ReactElement {
  const name = useId();
  return (
    <fieldset className={classNames('inline-flex max-w-full flex-wrap rounded-sm border border-muted/45 bg-surface p-0.5', className)}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-10 cursor-pointer items-center rounded-[4px] px-3.5 text-[0.9375rem] text-muted has-checked:bg-brand-soft has-checked:font-medium has-checked:text-brand has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-brand"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
