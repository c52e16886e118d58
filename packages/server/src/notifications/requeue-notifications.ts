import type { Ground } from '../ground.ts';
import { type JobHandler, jobHandler } from '../jobs/index.ts';
import { addMs, minuteMs } from '../kernel/clock.ts';
import { listForgotten } from './notification.queries.ts';

declare module '../jobs/jobs.ts' {
  interface JobData {
    'requeue-notifications': object;
  }
}

const everyMinute = '* * * * *';
const patienceMs = 10 * minuteMs;

/** Queues again what waits and nobody is about to send: a revived dead letter, or what a lost queue held. To send twice is prevented by the notification itself. */
export const requeueNotificationsJob = (ground: Ground): JobHandler =>
  jobHandler({
    name: 'requeue-notifications',
    cron: everyMinute,
    async handle() {
      const { db, clock, enqueue } = ground;
      for (const forgotten of await listForgotten(db, addMs(clock.now(), -patienceMs))) await enqueue(db, 'deliver-notification', forgotten);
    },
  });
