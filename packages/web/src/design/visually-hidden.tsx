import type { ReactElement, ReactNode } from 'react';

/** Said to screen readers only. */
export const VisuallyHidden = ({ children }: { children: ReactNode }): ReactElement => <span className="sr-only">{children}</span>;
