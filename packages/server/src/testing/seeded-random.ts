import { createHash } from 'node:crypto';
import type { Random } from '../kernel/ids.ts';

/** Bytes that look random and are the same in every run of a seed. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  return (bytes) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () => createHash('sha256').update(`${seed}:${counter++}`).digest());
    return Buffer.concat(blocks).subarray(0, bytes);
  };
}
