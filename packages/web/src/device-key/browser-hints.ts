import { browserTimeZone } from '../words/clock.ts';

/** A fingerprint that takes longer is not worth the wait: it is a hint only. */
const patienceMs = 1_500;

let agent: Promise<string | null> | undefined;

async function readFingerprint(): Promise<string | null> {
  try {
    const { default: FingerprintJS } = await import('@fingerprintjs/fingerprintjs');
    const { visitorId } = await (await FingerprintJS.load({ monitoring: false })).get();
    return visitorId;
  } catch {
    return null;
  }
}

/** Begins to gather the hints, so that they are there by the time the form is sent. */
export function gatherHints(): void {
  agent ??= readFingerprint();
}

/** What this browser tells of itself besides its headers. Hints, never an identity. */
export async function browserHints(): Promise<{ fingerprint?: string; timeZone: string }> {
  gatherHints();
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null));
  const fingerprint = await Promise.race([agent ?? null, late]);
  return { ...(fingerprint !== null && { fingerprint }), timeZone: browserTimeZone() };
}
