/**
 * The wire contract of Warder: routes, schemas, problem codes and event names. No input or output happens here,
 * so that the server, the pages and the SDK can all import it.
 */
import type { z } from 'zod';
import type * as s from './schemas.ts';

export * from './endpoints.ts';
export * from './problems.ts';
export type { EventName } from './schemas.ts';
export * as schemas from './schemas.ts';
export { eventNames, limits, locales } from './schemas.ts';

export type Locale = z.infer<typeof s.Locale>;
export type Client = z.infer<typeof s.Client>;
export type Origin = z.infer<typeof s.Origin>;
export type Anonymity = z.infer<typeof s.Anonymity>;
export type Judgement = z.infer<typeof s.Judgement>;
export type Device = z.infer<typeof s.Device>;
export type DeviceList = z.infer<typeof s.DeviceList>;
export type DeviceDetail = z.infer<typeof s.DeviceDetail>;
export type DeviceFilter = z.infer<typeof s.DeviceFilter>;
export type Session = z.infer<typeof s.Session>;
export type SignInRecord = z.infer<typeof s.SignInRecord>;
export type SignInStep = z.infer<typeof s.SignInStep>;
export type Account = z.infer<typeof s.Account>;
export type CurrentSession = z.infer<typeof s.CurrentSession>;
export type RevocationResult = z.infer<typeof s.RevocationResult>;
export type Introspection = z.infer<typeof s.Introspection>;
export type SessionEndReason = z.infer<typeof s.SessionEndReason>;
export type ProofMethod = z.infer<typeof s.ProofMethod>;
export type SecondFactorMethod = z.infer<typeof s.SecondFactorMethod>;
export type AssuranceLevel = z.infer<typeof s.AssuranceLevel>;
export type ReviewReminder = z.infer<typeof s.ReviewReminder>;
