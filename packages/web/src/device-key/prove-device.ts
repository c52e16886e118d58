import { findKeyPair, keepKeyPair } from './key-store.ts';

/**
 * The header that proves this browser's device key for one request: a non-extractable ES256 pair, made on first use and kept in IndexedDB
 * across restarts (DEV-2). Where the browser has no place for a key, no header: the cookie must do.
 * @see RFC 9449 §4.2
 */
export async function proveDevice(method: string, path: string): Promise<Record<string, string>> {
  try {
    const { generateKeyPair, generateProof } = await import('dpop');
    const pair = (await findKeyPair()) ?? (await keepKeyPair(await generateKeyPair('ES256', { extractable: false })));
    return { dpop: await generateProof(pair, `${location.origin}${path}`, method) };
  } catch {
    return {};
  }
}
