import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app speaks it. */
const periodSeconds = 30;
const digits = 6;
/** One step of clock skew either way (RFC 6238 §5.2). */
const window = 1;
export const secretBytes = 20;

const totpOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), period: periodSeconds, digits, algorithm: 'SHA1' });

export const encodeSecret = (bytes: Buffer): string => new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;

/** The `otpauth:` URI that the QR code carries. */
export const provisioningUri = (secret: string, email: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret), issuer: 'Warder', label: email, period: periodSeconds, digits, algorithm: 'SHA1' }).toString();

/** The time step that this code belongs to, or null when it is no code of this moment. Whether the step was used already is another question. */
export function findTotpStep(secret: string, code: string, now: Date): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
}
