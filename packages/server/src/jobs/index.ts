/**
 * The door to background work: a queue on the same database (pg-boss), so that a job is enqueued in the transaction that calls for it.
 * A job carries ids, never secrets; runs at least once; is retried with back-off.
 */
export { type Enqueue, type JobData, type JobHandler, type JobName, type Jobs, jobHandler, openJobs, prepareJobs } from './jobs.ts';
