/**
 * The room of the review: the list of devices as the holder looks through it, each judged, and what the holder does about it.
 *
 * Everything shown is read and judged at the moment of asking, from one account's rows. Forcing offline ends sessions and trust and bans nobody.
 * "It was me" is said from another, older device or from a mail, never by the device itself.
 *
 * Imports everything up to sign-ins, and signals. Reminders to look through the list start here.
 */

export { remindOfReviewJob, remindOfUnusedDevicesJob } from './remind.jobs.ts';
export { reviewRoutes } from './review.routes.ts';
