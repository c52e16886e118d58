/**
 * Signals: what is remarkable about a device, said in codes and values for the catalogue of words.
 *
 * Noun: the judgement, one plain remark about one field of a device, at the level danger, warning or notice.
 * States: none; everything here is computed from the holder's own history, when it is asked for.
 * Invariants: total and deterministic; what is missing is not evaluable and never alarms; an account's first device is never strange;
 *   a city alone is never a danger; what a stranger did a few days ago does not make the next stranger familiar.
 * Neighbours: reads devices and sign-ins as plain data; imports no room.
 */
export type { History, PastSignIn } from './habits.ts';
export { type JudgedDevice, judgeDevice, needsAttention } from './judge-device.ts';
