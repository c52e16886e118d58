/** Warder cannot start, for a reason that the operator can mend: the message is one clear sentence that says what to do. Ends the process with status 1. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StartError';
  }
}

/** The system's code of an error (`EACCES`), or an empty text. */
export const errorCode = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
