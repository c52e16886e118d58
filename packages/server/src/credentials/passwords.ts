import { problem } from '../kernel/problem.ts';
import type { BreachCorpus } from './breach-corpus.ts';
import { isCommonPassword } from './common-passwords.ts';
import { decidePassword } from './decide-password.ts';
import { createPasswordHashing, type PasswordHashing } from './password-hash.ts';

/** Everything that is done with a password in the clear: judged when it is chosen, hashed, verified. */
export interface Passwords extends PasswordHashing {
  /**
   * Lets a password be chosen; answers whether the breach corpus could be asked.
   * @throws `password-too-short`, `password-too-long`, `password-too-common`, `password-breached`
   */
  requireGood(password: string): Promise<{ breachChecked: boolean }>;
  /** Whether a password that is in use has turned up in a breach; null when that cannot be told now. */
  isBreached(password: string): Promise<boolean | null>;
}

export async function createPasswords(options: { concurrency: number; corpus: BreachCorpus }): Promise<Passwords> {
  const { corpus } = options;
  return {
    ...(await createPasswordHashing(options.concurrency)),
    isBreached: (password) => corpus.holds(password),
    async requireGood(password) {
      const refusal = decidePassword(password, isCommonPassword);
      if (refusal) throw problem(refusal);
      const breached = await corpus.holds(password);
      if (breached) throw problem('password-breached');
      return { breachChecked: breached === false };
    },
  };
}
