import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What will happen, to what, and what it does not do. */
  children: ReactNode;
  /** The verb on the button that does it. */
  verb: string;
  tone?: 'danger' | 'primary';
  /** The words on the safe button; "Cancel" unless told. */
  safe?: string;
  pending?: boolean;
  /** Why it did not work; the dialog stays open. */
  error?: string | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something ends. The safe button has the focus. */
export function ConfirmDialog({
  title,
  children,
  verb,
  tone = 'danger',
  safe,
  pending = false,
  error,
  onConfirm,
  onClose,
}: ConfirmDialogProps): ReactElement {
  const { t } = useWords();
  const actions = (
    <>
      <Button data-safe="" onClick={onClose}>
        {safe ?? t('common.cancel')}
      </Button>
      <Button tone={tone} pending={pending} onClick={onConfirm}>
        {verb}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      {children}
      {error && (
        <Notice tone="danger" announced>
          {error}
        </Notice>
      )}
    </Dialog>
  );
}
