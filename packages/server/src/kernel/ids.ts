import { randomBytes } from 'node:crypto';

declare const brand: unique symbol;
type Branded<P extends string> = string & { readonly [brand]: P };

export type AccountId = Branded<'acc'>;
export type DeviceId = Branded<'dev'>;
export type SessionId = Branded<'ses'>;
export type SignInId = Branded<'sin'>;
export type EventId = Branded<'evt'>;
export type NotificationId = Branded<'ntf'>;

export interface Ids {
  acc: AccountId;
  dev: DeviceId;
  ses: SessionId;
  sin: SignInId;
  evt: EventId;
  ntf: NotificationId;
}

/** Where random bytes come from: the operating system, or a seeded generator in tests. */
export type Random = (bytes: number) => Buffer;
export const systemRandom: Random = randomBytes;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idBytes = 16;

/** Lower-case Crockford base32, most significant bits first. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let out = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? out + alphabet[(value << (5 - bits)) & 31] : out;
}

/** The bytes that {@link base32} wrote, or null when the text is no such writing. */
export function fromBase32(text: string): Buffer | null {
  let bits = 0;
  let value = 0;
  const out: number[] = [];
  for (const character of text) {
    const index = alphabet.indexOf(character);
    if (index < 0) return null;
    value = (value << 5) | index;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push((value >>> bits) & 255);
    }
    value &= (1 << bits) - 1;
  }
  return value === 0 ? Buffer.from(out) : null;
}

/** A fresh id of 128 random bits, prefixed by its kind: `ses_0v3…`. */
export const newId = <P extends keyof Ids>(prefix: P, random: Random): Ids[P] => `${prefix}_${base32(random(idBytes))}` as Ids[P];
