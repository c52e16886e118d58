import { calculateJwkThumbprint, EmbeddedJWK, type JWK, jwtVerify } from 'jose';
import type { Db } from '../db/index.ts';
import { addSeconds, secondMs } from '../kernel/clock.ts';
import { problem } from '../kernel/problem.ts';

/** How far the browser's clock may be off. A wider skew would need a nonce; people's clocks are off by minutes. */
const maxAgeSeconds = 300;
const maxProofLength = 2_000;
const maxJtiLength = 100;

/**
 * Verifies the proof of a device key that a request carries, and answers the key's RFC 7638 thumbprint; null when the request carries none.
 * A proof is good for one request: method, address, time and `jti` are checked, and the `jti` is used up.
 *
 * @throws `device-proof-invalid` for a proof that does not hold: a client that has a key must be able to prove it
 * @see RFC 9449 §4.3
 */
export async function verifyDeviceProof(
  db: Db,
  request: { proof: string | undefined; method: string; url: string },
  now: Date,
): Promise<string | null> {
  if (request.proof === undefined) return null;
  const { jwk, jti } = await readProof(request.proof, request, now);
  const thumbprint = await calculateJwkThumbprint(jwk, 'sha256');
  const used = await db
    .insertInto('device_proofs')
    .values({ key_thumbprint: thumbprint, jti, expires_at: addSeconds(now, 2 * maxAgeSeconds) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (used.numInsertedOrUpdatedRows !== 1n) throw problem('device-proof-invalid', { detail: 'The proof was used before.' });
  return thumbprint;
}

async function readProof(proof: string, request: { method: string; url: string }, now: Date): Promise<{ jwk: JWK; jti: string }> {
  try {
    if (proof.length > maxProofLength) throw new Error('too long');
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt', algorithms: ['ES256'], currentDate: now });
    const { htm, htu, iat, jti } = payload as Record<string, unknown>;
    if (htm !== request.method || htu !== request.url) throw new Error(`made for ${String(htm)} ${String(htu)}`);
    if (typeof iat !== 'number' || Math.abs(now.getTime() - iat * secondMs) > maxAgeSeconds * secondMs) throw new Error('out of date');
    if (typeof jti !== 'string' || jti.length < 8 || jti.length > maxJtiLength) throw new Error('without a usable jti');
    return { jwk: protectedHeader.jwk as JWK, jti };
  } catch (cause) {
    throw problem('device-proof-invalid', { detail: `Reload the page and try again; check the clock of this device too.`, cause });
  }
}

/** Forgets used proofs that could not be replayed any more anyway. */
export async function deleteExpiredProofs(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('device_proofs').where('expires_at', '<', now).execute();
}
