import type { Client, Origin } from '@warder/api';
import type { DeviceId } from '../kernel/ids.ts';

/** What a sign-in shows of the device that it comes from. */
export interface DeviceEvidence {
  /** RFC 7638 thumbprint of the device key, proven in this request. */
  keyThumbprint: string | null;
  /** SHA-256 of the device cookie, in hex. */
  cookieHash: string | null;
  /** A hint alone: two identical machines share it. */
  fingerprint: string | null;
  client: Client;
  origin: Origin;
  agent: string;
  timeZone: string | null;
  /** In what the client's own claims disagree. */
  contradictions: readonly string[];
}

/** One browser on one device, or one app, as the account knows it. Removed devices are no longer among the known. */
export interface Device {
  id: DeviceId;
  keyThumbprint: string | null;
  cookieHash: string | null;
  fingerprint: string | null;
  name: string | null;
  client: Client;
  origin: Origin;
  timeZone: string | null;
  contradictions: readonly string[];
  resemblesDeviceId: DeviceId | null;
  firstSeenAt: Date;
  signedInAt: Date;
  lastActiveAt: Date;
  approvedAt: Date | null;
  confirmedAt: Date | null;
}

/** A device that passed every proof since trust was last reset: it is spared the e-mail code (ACC-4). */
export const isApproved = (device: Pick<Device, 'approvedAt'>, trustResetAt: Date | null): boolean =>
  device.approvedAt !== null && (trustResetAt === null || device.approvedAt > trustResetAt);
