import { describeClient, describeDate } from '@warder/words';
import { composeAlert, composeAlertDigest } from './compose-alert.ts';
import { describeCircumstances, type Reader } from './describe-circumstances.ts';
import { inertText } from './inert-text.ts';
import type { Mail } from './mail.ts';
import { type Block, type MailDocument, note, paragraph } from './mail-document.ts';

type MailOf<K extends Mail['kind']> = Extract<Mail, { kind: K }>;
type CodeKind = 'sign_up_code' | 'sign_in_code' | 'password_reset_code';

/** Where the buttons of mails lead. */
interface Links {
  publicUrl: string;
  hasAntiPhishingCode: boolean;
}

function composeCode(mail: MailOf<CodeKind>, reader: Reader, { publicUrl }: Links): MailDocument {
  const { t } = reader;
  const knownPassword = mail.kind === 'sign_in_code';
  const reset: Block = { kind: 'button', label: t('mail.resetButton'), url: `${publicUrl}/reset-password`, tone: 'brand' };
  const circumstances: Block[] = mail.kind === 'sign_up_code' ? [] : [{ kind: 'facts', facts: describeCircumstances(mail, reader) }];
  return {
    subject: t(`mail.${mail.kind}_subject`),
    blocks: [
      paragraph(t(`mail.${mail.kind}_lead`)),
      { kind: 'code', code: mail.code },
      paragraph(t('mail.codeRules', { minutes: mail.minutes })),
      ...circumstances,
      paragraph(t(`mail.${mail.kind}_notYou`)),
      ...(knownPassword ? [reset] : []),
    ],
  };
}

const composeExistingAccount = ({ t }: Reader, { publicUrl }: Links): MailDocument => ({
  subject: t('mail.sign_up_existing_account_subject'),
  blocks: [
    paragraph(t('mail.sign_up_existing_account_lead')),
    paragraph(t('mail.sign_up_existing_account_help')),
    { kind: 'button', label: t('mail.signInButton'), url: `${publicUrl}/sign-in`, tone: 'brand' },
    { kind: 'button', label: t('mail.resetButton'), url: `${publicUrl}/reset-password`, tone: 'brand' },
    paragraph(t('mail.sign_up_existing_account_notYou')),
  ],
});

const composeReview = ({ devices, needAttention }: MailOf<'review_reminder'>, { t }: Reader, { publicUrl }: Links): MailDocument => ({
  subject: t('mail.review_reminder_subject', { needAttention }),
  blocks: [
    paragraph(t('mail.review_reminder_lead', { devices, needAttention })),
    paragraph(t('mail.review_reminder_help')),
    { kind: 'button', label: t('mail.devicesButton'), url: `${publicUrl}/devices`, tone: 'brand' },
    note(t('mail.review_reminder_settings')),
  ],
});

function composeUnused({ devices }: MailOf<'unused_devices'>, { locale, timeZone, t }: Reader, { publicUrl }: Links): MailDocument {
  const facts = devices.map(({ name, client, lastActiveAt }) => ({
    label: inertText(name ?? describeClient(client, t)),
    value: t('mail.notUsedSince', { date: describeDate(lastActiveAt, { locale, timeZone }) }),
  }));
  return {
    subject: t('mail.unused_devices_subject', { count: devices.length }),
    blocks: [
      paragraph(t('mail.unused_devices_lead')),
      { kind: 'facts', facts },
      { kind: 'button', label: t('mail.devicesButton'), url: `${publicUrl}/devices`, tone: 'brand' },
    ],
  };
}

/** What a mail says, in the reader's language. */
export function composeMail(mail: Mail, reader: Reader, links: Links): MailDocument {
  switch (mail.kind) {
    case 'sign_up_code':
    case 'sign_in_code':
    case 'password_reset_code':
      return composeCode(mail, reader, links);
    case 'sign_up_existing_account':
      return composeExistingAccount(reader, links);
    case 'review_reminder':
      return composeReview(mail, reader, links);
    case 'unused_devices':
      return composeUnused(mail, reader, links);
    case 'alert_digest':
      return composeAlertDigest(mail, reader, `${links.publicUrl}/e/${mail.link}`);
    default:
      return composeAlert(mail, reader, { ...links, linkUrl: `${links.publicUrl}/e/${mail.link}` });
  }
}
