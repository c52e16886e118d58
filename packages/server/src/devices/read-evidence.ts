import type { IncomingHttpHeaders } from 'node:http';
import { knownTimeZone } from '../accounts/index.ts';
import type { Ground } from '../ground.ts';
import { sha256 } from '../kernel/secrets.ts';
import { agentOf, clientContradictions, describeClient } from './describe-client.ts';
import type { DeviceEvidence } from './device.ts';
import { verifyDeviceProof } from './verify-device-proof.ts';

/** The parts of a request that tell of the device it comes from. */
export interface DeviceRequest {
  method: string;
  /** Path without the query, as the proof of the device key names it. */
  path: string;
  headers: IncomingHttpHeaders;
  ip: string;
  deviceSecret: string | undefined;
}

const cookieSecret = /^[\w-]{43}$/;

/**
 * Everything that a request shows of its device: proven (the key), held (the cookie), told (agent, zone, fingerprint) and looked up (the place).
 * @throws `device-proof-invalid` for a proof that does not hold
 */
export async function readEvidence(
  { db, origins, policy }: Ground,
  request: DeviceRequest,
  hints: { fingerprint?: string | undefined; timeZone?: string | undefined },
  now: Date,
): Promise<DeviceEvidence> {
  const { headers, deviceSecret } = request;
  const proof = headers['dpop'];
  const url = `${policy.publicUrl}${request.path}`;
  return {
    keyThumbprint: await verifyDeviceProof(db, { proof: Array.isArray(proof) ? proof.join() : proof, method: request.method, url }, now),
    cookieHash: deviceSecret !== undefined && cookieSecret.test(deviceSecret) ? sha256(deviceSecret).toString('hex') : null,
    fingerprint: hints.fingerprint ?? null,
    client: describeClient(headers),
    origin: origins.describe(request.ip),
    agent: agentOf(headers),
    timeZone: hints.timeZone === undefined ? null : knownTimeZone(hints.timeZone),
    contradictions: clientContradictions(headers),
  };
}
