import type { Device } from '../devices/index.ts';

export type ConfirmationDecision = { allowed: true } | { allowed: false; because: 'same_device' | 'younger_device' };

/**
 * Whether one device may say "it was me" of another. None may of itself; and one that came later may not of an older one or its own age unless it was
 * confirmed itself: an intruder's first device must not vouch for the second.
 */
export function decideConfirmation(
  asking: Pick<Device, 'id' | 'firstSeenAt' | 'confirmedAt'>,
  asked: Pick<Device, 'id' | 'firstSeenAt'>,
): ConfirmationDecision {
  if (asking.id === asked.id) return { allowed: false, because: 'same_device' };
  if (asking.confirmedAt !== null || asking.firstSeenAt < asked.firstSeenAt) return { allowed: true };
  return { allowed: false, because: 'younger_device' };
}
