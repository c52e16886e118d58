import { createHash } from 'node:crypto';
import { createGate, GateFull } from '../kernel/gate.ts';

/** Knows the passwords that were in data breaches. */
export interface BreachCorpus {
  /** True when the password is in it, false when it is not, null when that cannot be told now. Never throws. */
  holds(password: string): Promise<boolean | null>;
}

/** For whoever switched it off: nothing can be told. */
export const noBreachCorpus: BreachCorpus = { holds: async () => null };

const prefixLength = 5;
const timeoutMs = 1_500;
const maxBytes = 512 * 1024;
const limit = { running: 8, waiting: 64 };

async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxBytes) throw new Error('the answer is too long');
  }
  return text;
}

/**
 * Asks a Have I Been Pwned range API. Only the first five hex digits of the password's SHA-1 leave this machine, and padding hides how many
 * suffixes match. A corpus that is slow, away or wrong answers null: it never keeps anybody out.
 * @see https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange
 */
export function openBreachCorpus(url: string): BreachCorpus {
  const gate = createGate(limit);

  async function ask(prefix: string): Promise<string> {
    const response = await fetch(`${url}/range/${prefix}`, {
      headers: { 'add-padding': 'true' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`the corpus answered ${response.status}`);
    return readLimited(response);
  }

  return {
    async holds(password) {
      const hash = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase();
      try {
        const lines = (await gate.run(() => ask(hash.slice(0, prefixLength)))).split(/\r?\n/);
        // A padding line has the count 0.
        return lines.some((line) => line.startsWith(`${hash.slice(prefixLength)}:`) && !line.endsWith(':0'));
      } catch (error) {
        if (error instanceof GateFull || error instanceof Error) return null;
        throw error;
      }
    },
  };
}
