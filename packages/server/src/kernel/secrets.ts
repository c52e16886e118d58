import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type AccountId, base32, fromBase32, type Random } from './ids.ts';

const accountBytes = 16;
const secretBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Equal in content, compared in a time that tells nothing about where they differ. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/**
 * A bearer secret of 256 random bits that also says which account it belongs to, so that its look-up is keyed by account.
 * Opaque to whoever holds it: 48 bytes as 64 base64url characters.
 */
export const newToken = (accountId: AccountId, random: Random): string => {
  const account = fromBase32(accountId.slice('acc_'.length));
  if (account?.length !== accountBytes) throw new Error('not an account id');
  return Buffer.concat([account, random(secretBytes)]).toString('base64url');
};

/** A secret of 256 random bits, as 43 base64url characters. */
export const newSecret = (random: Random): string => random(secretBytes).toString('base64url');

/** What a token is looked up by, or null when the text cannot be a token. The hash is all that is ever stored. */
export function readToken(token: string): { accountId: AccountId; hash: Buffer } | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  return { accountId: `acc_${base32(bytes.subarray(0, accountBytes))}` as AccountId, hash: sha256(token) };
}

/** Seals, opens and authenticates with keys derived from the operator's secret key. The first key seals; every key opens, so that keys rotate. */
export interface Keyring {
  /** AES-256-GCM; `context` (such as an account id) must be the same to open, so that a sealed value cannot be moved. */
  seal(plain: string, context: string): Buffer;
  open(sealed: Uint8Array, context: string): string;
  /** HMAC-SHA-256 with the first key, apart for each purpose. */
  mac(purpose: string, text: string): Buffer;
  /** True when any key of the ring made this code. */
  verifyMac(purpose: string, text: string, code: Uint8Array): boolean;
}

interface Key {
  id: Buffer;
  sealing: Buffer;
  mac: Buffer;
}

const deriveKey = (secret: string): Key => {
  const derive = (use: string, length: number) => Buffer.from(hkdfSync('sha256', secret, 'warder', use, length));
  return { id: derive('key-id', 4), sealing: derive('sealing', 32), mac: derive('mac', 32) };
};

export function createKeyring(secretKeys: readonly [string, ...string[]], random: Random): Keyring {
  const [first, ...rest] = secretKeys;
  const current = deriveKey(first);
  const keys = [current, ...rest.map(deriveKey)];
  const macWith = (key: Key, purpose: string, text: string) => createHmac('sha256', key.mac).update(purpose).update('\0').update(text).digest();
  return {
    seal(plain, context) {
      const iv = random(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', current.sealing, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([current.id, iv, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const key = keys.find((candidate) => candidate.id.equals(bytes.subarray(0, 4)));
      if (!key) throw new Error('sealed with a key that is not in the ring');
      const iv = bytes.subarray(4, 4 + ivBytes);
      const tag = bytes.subarray(4 + ivBytes, 4 + ivBytes + tagBytes);
      const decipher = createDecipheriv('aes-256-gcm', key.sealing, iv).setAAD(Buffer.from(context)).setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(4 + ivBytes + tagBytes)), decipher.final()]).toString('utf8');
    },
    mac: (purpose, text) => macWith(current, purpose, text),
    verifyMac: (purpose, text, code) => keys.some((key) => sameBytes(macWith(key, purpose, text), code)),
  };
}
