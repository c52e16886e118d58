/**
 * The room of the device: one browser on one machine, or one app, as an account knows it.
 *
 * A device is recognised by its key, else (only while it has none) by its cookie, never by a fingerprint. It is approved once it has passed
 * every proof, until trust is reset. Removed devices stay as rows but are nobody's: the next sign-in makes a new entry.
 *
 * Imports accounts and network. Its sessions are next door.
 */
import './device.table.ts';

export { type DeviceDecision, decideDevice } from './decide-device.ts';
export { clientHintHeaders, describeClient } from './describe-client.ts';
export {
  confirmDevice,
  deviceExisted,
  findDevice,
  findDevicesByEvidence,
  insertDevice,
  listDevices,
  removeDevice,
  renameDevice,
  updateDeviceAtSignIn,
} from './device.queries.ts';
export { type Device, type DeviceEvidence, isApproved } from './device.ts';
export { type DeviceRequest, readEvidence } from './read-evidence.ts';
export { deleteExpiredProofs } from './verify-device-proof.ts';
