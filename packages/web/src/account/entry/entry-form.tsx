import { type ReactElement, type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';

interface EntryFormProps {
  /** Changes with every answer that puts an error beside a field: the first wrong field then gets the focus. */
  answered: unknown;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form whose errors stay beside their fields; after a refusal the focus is on the first that is wrong. */
export function EntryForm({ answered, onSubmit, children }: EntryFormProps): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answered) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [answered]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-5">
      {children}
    </form>
  );
}
