import { z } from 'zod';

/** Upper bounds that both sides of the wire know. */
export const limits = {
  emailLength: 254,
  passwordMinLength: 12,
  passwordMaxLength: 128,
  deviceNameLength: 60,
  antiPhishingCodeMinLength: 4,
  antiPhishingCodeMaxLength: 20,
  pageSize: 100,
} as const;

export const locales = ['en', 'zh', 'ja', 'ko'] as const;

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`));
const time = z.iso.datetime({ offset: false }).describe('RFC 3339, UTC, to the millisecond');
const otp = z.string().trim().max(64);
const flow = z.string().max(200).describe('Names this attempt; keep it until the attempt is over');

/** Counted in Unicode code points after NFC, as NIST SP 800-63B-4 §3.1.1.2 says; policy is judged by the server, this only bounds the size. */
export const Password = z.string().min(1).max(1024);
export const Email = z.string().trim().min(3).max(limits.emailLength);
export const Locale = z.enum(locales);
export const TimeZone = z.string().max(64).describe('IANA name, such as Asia/Tokyo');
export const AccountId = id('acc');
export const DeviceId = id('dev');
export const SessionId = id('ses');

export const ReviewReminder = z.enum(['weekly', 'every_72_hours', 'off']);
export const ProofMethod = z.enum(['password', 'totp', 'recovery_code', 'email_code']);
export const SecondFactorMethod = z.enum(['totp', 'recovery_code']);
export const AssuranceLevel = z.enum(['aal1', 'aal2']).describe('NIST SP 800-63B-4 authenticator assurance level');

/** What the browser or library says about itself: reported, never proven. */
export const Client = z.object({
  kind: z.enum(['browser', 'app', 'api', 'unknown']),
  name: z.string().nullable().describe('Browser, app or library, such as Firefox'),
  version: z.string().nullable(),
  engine: z.string().nullable(),
  os: z.string().nullable(),
  osVersion: z.string().nullable(),
  model: z.string().nullable(),
  form: z.enum(['desktop', 'phone', 'tablet', 'tv', 'other']),
});

export const Anonymity = z.object({
  kind: z.enum(['tor', 'vpn', 'proxy', 'hosting']),
  source: z.string().describe('Which list or rule says so'),
  asOf: time.nullable().describe('How old that knowledge is'),
});

/** Where a request came from, estimated from its address. */
export const Origin = z.object({
  ip: z.string(),
  kind: z.enum(['public', 'local', 'unknown']).describe('local: private, carrier-shared or reserved, no place can be told'),
  country: z.string().length(2).nullable().describe('ISO 3166-1 alpha-2'),
  region: z.string().nullable(),
  city: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  radiusKm: z.number().nullable().describe('The estimate is within about this many kilometres'),
  asn: z.number().int().nullable(),
  network: z.string().nullable().describe('Who runs the network'),
  anonymity: Anonymity.nullable(),
});

/** One plain-language remark about one field of a device, as code and values for the catalogue of words. */
export const Judgement = z.object({
  field: z.enum(['device', 'place', 'time', 'status', 'lastActive', 'network', 'client']),
  code: z.enum([
    'new_device',
    'strange_system',
    'new_country',
    'new_city',
    'unusual_hour',
    'online_stranger',
    'unused_90_days',
    'anonymised_network',
    'contradicting_client',
    'resembles_device',
  ]),
  level: z.enum(['danger', 'warning', 'notice']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const Device = z.object({
  id: DeviceId,
  name: z.string().nullable().describe("The holder's own name for it"),
  client: Client,
  origin: Origin.describe('Of the latest sign-in'),
  current: z.boolean().describe('The device that asks'),
  isNew: z.boolean().describe('Not confirmed by the holder yet and first seen in the last 30 days'),
  online: z.boolean(),
  lastActiveAt: time,
  signedInAt: time.describe('Latest sign-in'),
  firstSeenAt: time,
  timeZone: TimeZone.nullable().describe('Reported by the browser'),
  identifiedBy: z.enum(['key', 'cookie', 'none']),
  approved: z.boolean().describe('Has passed every proof since trust was last reset'),
  confirmedAt: time.nullable().describe('When the holder said "it was me"'),
  needsAttention: z.boolean(),
  judgements: z.array(Judgement),
  liveSessions: z.number().int(),
});

export const Session = z.object({
  id: SessionId,
  deviceId: DeviceId,
  current: z.boolean(),
  aal: AssuranceLevel,
  proofs: z.array(z.object({ method: ProofMethod, at: time })),
  origin: Origin,
  client: Client,
  agent: z.string().describe('The raw user agent as sent, cut to 512 characters'),
  createdAt: time,
  lastActiveAt: time,
  inactivityExpiresAt: time,
  absoluteExpiresAt: time,
});

export const SignInRecord = z.object({
  id: z.string(),
  at: time,
  outcome: z.enum(['signed_in', 'wrong_password', 'wrong_second_factor', 'wrong_email_code', 'throttled']),
  agent: z.string().describe('The raw user agent as sent, cut to 512 characters'),
  deviceId: DeviceId.nullable(),
  deviceName: z.string().nullable(),
  client: Client,
  origin: Origin,
  methods: z.array(ProofMethod),
  aal: AssuranceLevel.nullable(),
});

export const Account = z.object({
  id: AccountId,
  email: z.string(),
  locale: Locale,
  timeZone: TimeZone,
  createdAt: time,
  passwordChangedAt: time,
  passwordBreachedAt: time.nullable().describe('When the password was found in a data breach, after it had been chosen'),
  antiPhishingCode: z.string().nullable(),
  authenticatorApp: z.object({ boundAt: time, lastUsedAt: time.nullable() }).nullable(),
  recoveryCodesLeft: z.number().int(),
  reviewReminder: ReviewReminder,
  reviewedAt: time.nullable(),
  reauthenticationSince: time.nullable().describe('Set while every device must pass all proofs again at its next sign-in'),
});

export const CurrentSession = z.object({
  account: Account,
  session: Session,
  csrfToken: z.string().describe('Send it as X-CSRF-Token with every unsafe request that a cookie authenticates'),
  stepUpMethods: z.array(ProofMethod).describe('What "confirm it is you" asks of this account'),
});

/** Where a sign-in stands: what to ask next, or done. */
export const SignInStep = z.discriminatedUnion('status', [
  z.object({ status: z.literal('second_factor'), flow, methods: z.array(SecondFactorMethod), expiresAt: time }),
  z.object({ status: z.literal('email_code'), flow, emailHint: z.string(), expiresAt: time }),
  z.object({
    status: z.literal('signed_in'),
    sessionId: SessionId,
    deviceId: DeviceId,
    newDevice: z.boolean(),
    accessToken: z.string().nullable().describe('Only when asked for with `delivery: "bearer"`; browsers get a cookie'),
  }),
]);

/** What a browser tells of itself besides its headers. A hint: never an identity by itself. */
export const BrowserHints = z.object({
  fingerprint: z.string().max(128).optional(),
  timeZone: TimeZone.optional(),
  delivery: z.enum(['cookie', 'bearer']).default('cookie'),
});

export const DeviceFilter = z.object({
  search: z.string().trim().max(100).optional(),
  country: z.string().length(2).optional(),
  city: z.string().max(100).optional(),
  status: z.enum(['online', 'offline']).optional(),
  form: z.enum(['desktop', 'phone', 'tablet', 'tv', 'other']).optional(),
  kind: z.enum(['browser', 'app', 'api', 'unknown']).optional(),
  since: time.optional().describe('Signed in at or after'),
  until: time.optional().describe('Signed in before'),
});

export const DeviceList = z.object({
  devices: z.array(Device).describe('This device first, then newest sign-in first'),
  total: z.number().int().describe('Before the filter'),
  facets: z.object({ countries: z.array(z.string()), cities: z.array(z.string()) }).describe('What the filter can choose from'),
  needAttention: z.number().int(),
  reviewedAt: time.nullable(),
  attributions: z.array(z.object({ text: z.string(), url: z.string() })).describe('Whom the location data oblige to name'),
});

export const DeviceDetail = z.object({ device: Device, sessions: z.array(Session), signIns: z.array(SignInRecord) });

export const RevocationResult = z.object({
  endedSessions: z.array(z.object({ id: SessionId, deviceId: DeviceId })),
  /** Read again from the authority after the revocation. */
  remainingSessions: z.number().int(),
});

export const SignInPage = z.object({ signIns: z.array(SignInRecord), nextCursor: z.string().nullable(), retentionDays: z.number().int() });

/** RFC 7662 §2.2, with RFC 9470 `acr` and `auth_time`. */
export const Introspection = z.union([
  z.object({
    active: z.literal(true),
    sub: AccountId,
    sid: SessionId,
    device_id: DeviceId,
    token_type: z.literal('Bearer'),
    iss: z.string(),
    iat: z.number().int(),
    exp: z.number().int(),
    auth_time: z.number().int(),
    acr: AssuranceLevel,
    amr: z.array(z.string()),
  }),
  z.object({ active: z.literal(false) }),
]);

/** What the event stream says. It only tells what to read again; the data come from the other routes. */
export const eventNames = ['hello', 'devices-changed', 'account-changed', 'session-ended'] as const;
export type EventName = (typeof eventNames)[number];

/** Why a session ended, as its own page is told. `reason_user`/`reason_admin` of CAEP, in our words. */
export const SessionEndReason = z.enum([
  'signed_out',
  'forced_offline',
  'logged_out_all',
  'password_changed',
  'password_reset',
  'reported_by_holder',
  'inactivity',
  'lifetime',
  'replaced',
  'operator',
]);

export { flow, id, otp, time };
