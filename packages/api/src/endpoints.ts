import { z } from 'zod';
import {
  Account,
  BrowserHints,
  CurrentSession,
  DeviceDetail,
  DeviceFilter,
  DeviceId,
  DeviceList,
  Email,
  flow,
  Introspection,
  Locale,
  limits,
  otp,
  Password,
  ReviewReminder,
  RevocationResult,
  SecondFactorMethod,
  Session,
  SessionId,
  SignInPage,
  SignInStep,
  TimeZone,
  time,
} from './schemas.ts';

interface Endpoint {
  summary: string;
  /** none: anyone. session: a live session. recent: a live session with a proof younger than five minutes (ACC-8). client: a host's credential. */
  auth: 'none' | 'session' | 'recent' | 'client';
  status: 200 | 201 | 202 | 204;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response?: z.ZodType;
}

const hints = BrowserHints.shape;
const Flow = z.strictObject({ flow });
const FlowStarted = z.object({ flow, expiresAt: time });

/**
 * The whole wire contract, one entry a route. The server serves it, the pages call it by key, and /openapi.json describes it.
 * Unknown members of a body are refused (CVE-2026-30945): the owner of a thing comes from the session alone.
 */
export const endpoints = {
  'POST /v1/sign-up': {
    summary: 'Start an account: sends a code to the address. Answers alike when the address already has an account.',
    auth: 'none',
    status: 202,
    body: z.strictObject({ email: Email, password: Password, locale: Locale.default('en'), timeZone: TimeZone.default('UTC') }),
    response: FlowStarted,
  },
  'POST /v1/sign-up/resend': { summary: 'Send the code again', auth: 'none', status: 202, body: Flow, response: FlowStarted },
  'POST /v1/sign-up/verify': {
    summary: 'Prove the address; makes the account and signs in',
    auth: 'none',
    status: 201,
    body: z.strictObject({ flow, code: otp, ...hints }),
    response: SignInStep,
  },
  'POST /v1/sign-in': {
    summary: 'Sign in: the password',
    auth: 'none',
    status: 200,
    body: z.strictObject({ email: Email, password: Password, ...hints }),
    response: SignInStep,
  },
  'POST /v1/sign-in/second-factor': {
    summary: 'Sign in: the authenticator app or a recovery code',
    auth: 'none',
    status: 200,
    body: z.strictObject({ flow, method: SecondFactorMethod, code: otp }),
    response: SignInStep,
  },
  'POST /v1/sign-in/email-code': {
    summary: 'Sign in: the code sent by e-mail, asked for on a device that is not approved',
    auth: 'none',
    status: 200,
    body: z.strictObject({ flow, code: otp }),
    response: SignInStep,
  },
  'POST /v1/sign-in/resend': { summary: 'Send the e-mail code again', auth: 'none', status: 202, body: Flow, response: FlowStarted },
  'POST /v1/password-reset': {
    summary: 'Ask for a code to set a new password. Answers alike for every address.',
    auth: 'none',
    status: 202,
    body: z.strictObject({ email: Email }),
    response: FlowStarted,
  },
  'POST /v1/password-reset/complete': {
    summary: 'Set the new password. Ends every session; each device must then pass all proofs.',
    auth: 'none',
    status: 204,
    body: z.strictObject({ flow, code: otp, newPassword: Password }),
  },

  'GET /v1/session': { summary: 'Who is signed in, and how', auth: 'session', status: 200, response: CurrentSession },
  'DELETE /v1/session': { summary: 'Sign out here', auth: 'session', status: 204 },
  'POST /v1/session/step-up': {
    summary: 'Confirm that it is you; the session token is replaced',
    auth: 'session',
    status: 200,
    body: z.discriminatedUnion('method', [
      z.strictObject({ method: z.literal('password'), password: Password }),
      z.strictObject({ method: z.literal('totp'), code: otp }),
      z.strictObject({ method: z.literal('recovery_code'), code: otp }),
    ]),
    response: z.object({ session: Session, accessToken: z.string().nullable().describe('The new token of a bearer session') }),
  },
  'GET /v1/sessions': { summary: 'Live sessions', auth: 'session', status: 200, response: z.object({ sessions: z.array(Session) }) },
  'DELETE /v1/sessions/:sessionId': {
    summary: 'End one session',
    auth: 'session',
    status: 200,
    params: z.strictObject({ sessionId: SessionId }),
    response: RevocationResult,
  },
  'POST /v1/sessions/log-out': {
    summary: 'Log out all devices, or all others',
    auth: 'session',
    status: 200,
    body: z.strictObject({
      scope: z.enum(['others', 'all']),
      forgetDevices: z.boolean().default(true).describe('Every device in scope must pass all proofs at its next sign-in'),
    }),
    response: RevocationResult,
  },

  'GET /v1/devices': { summary: 'Devices of the account, each judged', auth: 'session', status: 200, query: DeviceFilter, response: DeviceList },
  'GET /v1/devices/:deviceId': {
    summary: 'One device with its sessions and sign-ins',
    auth: 'session',
    status: 200,
    params: z.strictObject({ deviceId: DeviceId }),
    response: DeviceDetail,
  },
  'PATCH /v1/devices/:deviceId': {
    summary: 'Name a device, or take its name away',
    auth: 'session',
    status: 200,
    params: z.strictObject({ deviceId: DeviceId }),
    body: z.strictObject({ name: z.string().trim().max(limits.deviceNameLength).nullable() }),
    response: DeviceDetail,
  },
  'DELETE /v1/devices/:deviceId': {
    summary: 'Force a device offline: ends its sessions and forgets it. Bans nobody.',
    auth: 'session',
    status: 200,
    params: z.strictObject({ deviceId: DeviceId }),
    response: RevocationResult,
  },
  'POST /v1/devices/:deviceId/confirmation': {
    summary: 'Say "it was me" of another device',
    auth: 'session',
    status: 204,
    params: z.strictObject({ deviceId: DeviceId }),
  },

  'GET /v1/sign-ins': {
    summary: 'Sign-in records, failed ones included, newest first',
    auth: 'session',
    status: 200,
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
      outcome: z.enum(['signed_in', 'failed']).optional(),
      country: z.string().length(2).optional(),
    }),
    response: SignInPage,
  },

  'PATCH /v1/account': {
    summary: 'Language, time zone, reminders',
    auth: 'session',
    status: 200,
    body: z.strictObject({ locale: Locale.optional(), timeZone: TimeZone.optional(), reviewReminder: ReviewReminder.optional() }),
    response: Account,
  },
  'POST /v1/account/review': { summary: 'Say that the device list has been looked through', auth: 'session', status: 200, response: Account },
  'PUT /v1/account/password': {
    summary: 'Change the password; ends all other sessions',
    auth: 'recent',
    status: 200,
    body: z.strictObject({ newPassword: Password }),
    response: RevocationResult,
  },
  'PUT /v1/account/anti-phishing-code': {
    summary: 'The words shown in every e-mail from Warder',
    auth: 'recent',
    status: 200,
    body: z.strictObject({ code: z.string().trim().min(limits.antiPhishingCodeMinLength).max(limits.antiPhishingCodeMaxLength).nullable() }),
    response: Account,
  },
  'POST /v1/account/authenticator-app': {
    summary: 'Begin to bind an authenticator app',
    auth: 'recent',
    status: 201,
    response: z.object({ secret: z.string().describe('Base32'), uri: z.string().describe('otpauth: URI for the QR code'), expiresAt: time }),
  },
  'POST /v1/account/authenticator-app/confirmation': {
    summary: 'Prove the app; answers with ten recovery codes, shown once',
    auth: 'recent',
    status: 200,
    body: z.strictObject({ code: otp }),
    response: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  'DELETE /v1/account/authenticator-app': { summary: 'Remove the authenticator app', auth: 'recent', status: 204 },
  'POST /v1/account/recovery-codes': {
    summary: 'Replace the recovery codes',
    auth: 'recent',
    status: 201,
    response: z.object({ recoveryCodes: z.array(z.string()) }),
  },

  'POST /oauth/introspect': {
    summary: 'Is this session good now? (RFC 7662)',
    auth: 'client',
    status: 200,
    body: z.object({ token: z.string().min(1).max(1000), token_type_hint: z.string().max(100).optional() }),
    response: Introspection,
  },
} as const satisfies Record<string, Endpoint>;

export type { Endpoint };
export type EndpointKey = keyof typeof endpoints;

type Part<E, P extends string, Out extends boolean> = E extends { [K in P]: infer S extends z.ZodType }
  ? Out extends true
    ? z.output<S>
    : z.input<S>
  : undefined;

/** What a caller of an endpoint sends and gets. */
export type Call<K extends EndpointKey> = {
  params: Part<(typeof endpoints)[K], 'params', false>;
  query: Part<(typeof endpoints)[K], 'query', false>;
  body: Part<(typeof endpoints)[K], 'body', false>;
  response: Part<(typeof endpoints)[K], 'response', true>;
};

/** What the handler of an endpoint receives and answers. */
export type Handled<K extends EndpointKey> = {
  params: Part<(typeof endpoints)[K], 'params', true>;
  query: Part<(typeof endpoints)[K], 'query', true>;
  body: Part<(typeof endpoints)[K], 'body', true>;
  response: Part<(typeof endpoints)[K], 'response', false>;
};
