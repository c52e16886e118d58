/**
 * The room of the notification: a message to an account's holder, from the outbox to the mail server.
 *
 * A notification is written in the transaction of what it tells of, delivered at least once with back-off, and a dead letter after the last attempt.
 * One notification an account, channel and dedupe key. Its words are sealed at rest and erased once sent.
 *
 * Imports audit. Which events deserve an alert is decided far to the right, in alerts.
 */
import './notification.table.ts';

export { alertTitle } from './compose-alert.ts';
export { deliverNotificationJob } from './deliver-notification.ts';
export { describeCircumstances, type Reader } from './describe-circumstances.ts';
export { devOutboxRoutes } from './dev-outbox.routes.ts';
export { inertText } from './inert-text.ts';
export type { AlertKind, AlertMail, AlertSubject, Circumstances, Mail } from './mail.ts';
export { devMailer, type Mailer, smtpMailer } from './mailer.ts';
export { countDeadLetters, type DeadLetter, listDeadLetters, purgeNotifications, reviveDeadLetter } from './notification.queries.ts';
export { notify, type Recipient } from './notify.ts';
export { requeueNotificationsJob } from './requeue-notifications.ts';
