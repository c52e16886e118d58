/**
 * The room of the alert: telling the holder that something happened, and doing what the holder answers.
 *
 * An alert is one mail an event, sent at least once; a flood of them is told together. Its link works once, for seven days, signed out
 * and without JavaScript; looking at it changes nothing.
 *
 * Reacts to the events of every room to its left; none of them knows it.
 */
import './alert.table.ts';

export { reactToEventJob, sendHeldAlertsJob } from './alert.jobs.ts';
export { deleteOldAlerts } from './alert.queries.ts';
export { alertRoutes } from './alert.routes.ts';
