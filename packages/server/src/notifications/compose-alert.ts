import { describeCircumstances, type Reader } from './describe-circumstances.ts';
import { inertText } from './inert-text.ts';
import type { AlertDigest, AlertMail, AlertSubject } from './mail.ts';
import { type Block, type MailDocument, note, paragraph } from './mail-document.ts';

/** As many as a mail can list before mail clients cut it off. */
const digestShown = 20;

/** What happened, as a heading: "A new device signed in to your account". Holds nothing from outside. */
export const alertTitle = ({ kind }: AlertSubject, { t }: Pick<Reader, 't'>): string => t(`mail.${kind}_subject`);

/** The alert in a sentence or two. `hasCode`: an anti-phishing code is set now. */
function leadOf(alert: AlertSubject, { t }: Reader, hasCode: boolean): string[] {
  switch (alert.kind) {
    case 'new_device':
      return [t('mail.new_device_lead'), ...(alert.looksLike === null ? [] : [t('mail.new_device_looksLike', { name: inertText(alert.looksLike) })])];
    case 'recovery_code_used':
      return [t('mail.recovery_code_used_lead', { left: alert.left })];
    case 'anti_phishing_code_changed':
      return [t(hasCode ? 'mail.anti_phishing_code_changed_lead' : 'mail.anti_phishing_code_changed_removed')];
    default:
      return [t(`mail.${alert.kind}_lead`)];
  }
}

/** "If it was not you": the button of every alert (ALR-3), with what it does. */
const notMe = ({ t }: Reader, url: string): Block[] => [
  paragraph(t('mail.ifYou')),
  paragraph(t('mail.ifNotYou')),
  { kind: 'button', label: t('common.notMe'), url, tone: 'danger' },
  note(t('mail.linkNote')),
];

/** Where the buttons of an alert lead. */
interface AlertLinks {
  publicUrl: string;
  linkUrl: string;
  hasAntiPhishingCode: boolean;
}

/** What to do about an alert. A password in a breach is nobody's act, so that there is nothing to disown. */
const remedyOf = ({ kind }: AlertSubject, reader: Reader, { publicUrl, linkUrl }: AlertLinks): Block[] =>
  kind === 'password_breached'
    ? [{ kind: 'button', label: reader.t('mail.resetButton'), url: `${publicUrl}/reset-password`, tone: 'brand' }]
    : notMe(reader, linkUrl);

/** One alert: what, which device, where, when, and the way to answer it. */
export const composeAlert = (mail: AlertMail, reader: Reader, links: AlertLinks): MailDocument => ({
  subject: alertTitle(mail, reader),
  blocks: [
    ...leadOf(mail, reader, links.hasAntiPhishingCode).map(paragraph),
    { kind: 'facts', facts: describeCircumstances(mail, reader) },
    ...remedyOf(mail, reader, links),
    ...(mail.origin?.kind === 'public' ? [note(reader.t('mail.placesEstimated'))] : []),
  ],
});

/** Many alerts in one mail. The button stands above the list: mail clients cut long mails off. */
export function composeAlertDigest({ alerts }: AlertDigest, reader: Reader, linkUrl: string): MailDocument {
  const { t } = reader;
  const more = alerts.length - digestShown;
  return {
    subject: t('mail.alert_digest_subject', { count: alerts.length }),
    blocks: [
      paragraph(t('mail.alert_digest_lead')),
      ...notMe(reader, linkUrl),
      ...alerts
        .slice(0, digestShown)
        .map((alert): Block => ({ kind: 'facts', title: alertTitle(alert, reader), facts: describeCircumstances(alert, reader) })),
      ...(more > 0 ? [paragraph(t('mail.alert_digest_more', { count: more }))] : []),
      note(t('mail.placesEstimated')),
    ],
  };
}
