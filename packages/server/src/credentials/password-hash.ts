import { hash, verify } from '@node-rs/argon2';
import { createGate, GateFull } from '../kernel/gate.ts';
import { problem } from '../kernel/problem.ts';

/** argon2id at OWASP's parameters (19 MiB, two passes, one lane). @see OWASP Password Storage Cheat Sheet; RFC 9106 */
const parameters = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** More sign-ins than this in the queue means minutes of waiting: better to say so at once. */
const maxWaiting = 200;
const retryAfterSeconds = 5;

export interface PasswordHashing {
  hash(password: string): Promise<string>;
  /** With null in place of a hash the same work is done and the answer is no, so that time tells nothing. */
  verify(stored: string | null, password: string): Promise<boolean>;
  /** The hash was made with other parameters than today's. */
  isOutdated(stored: string): boolean;
}

/**
 * Hashes passwords, a bounded number at a time, so that a flood of sign-ins cannot starve other requests.
 * @throws `overloaded` when too many wait
 */
export async function createPasswordHashing(concurrency: number): Promise<PasswordHashing> {
  const gate = createGate({ running: concurrency, waiting: maxWaiting });
  const normalize = (password: string) => password.normalize('NFC');
  const decoy = await hash('a password that nobody has', parameters);
  const inTurn = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      return await gate.run(task);
    } catch (error) {
      if (error instanceof GateFull) throw problem('overloaded', { retryAfterSeconds, cause: error });
      throw error;
    }
  };
  return {
    hash: (password) => inTurn(() => hash(normalize(password), parameters)),
    async verify(stored, password) {
      const matches = await inTurn(() => verify(stored ?? decoy, normalize(password)));
      return matches && stored !== null;
    },
    isOutdated: (stored) => !stored.startsWith(`$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`),
  };
}
