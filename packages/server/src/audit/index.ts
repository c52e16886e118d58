/**
 * The room of the security event: what happened to an account, when, by whom.
 *
 * An event is recorded in the transaction of the change that it tells of, never alone and never later. The log is append-only
 * and hash-chained per account; the personal part lies beside the chain and can be erased without breaking it.
 * Rooms to the right react to an event by the job `react-to-event`; no room calls upward.
 *
 * Imports kernel, db and jobs. Imported by every room to its right.
 */
import './security-event.table.ts';

export { type Recorder, recordEvent } from './record-event.ts';
export { findEvent, listChain } from './security-event.queries.ts';
export {
  type Actor,
  findBrokenLink,
  type InitiatingEntity,
  type RecordedEvent,
  type SecurityEvent,
  type SecurityEventType,
} from './security-event.ts';
