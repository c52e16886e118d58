import { languageTag } from '@warder/words';
import { createTranslator } from '@warder/words/server';
import { composeMail } from './compose-mail.ts';
import type { Reader } from './describe-circumstances.ts';
import { inertText } from './inert-text.ts';
import type { Mail } from './mail.ts';
import type { MailFrame } from './mail-document.ts';
import { mailHtml } from './mail-html.ts';
import { mailText } from './mail-text.ts';
import type { Recipient } from './notify.ts';

function frameOf({ email, antiPhishingCode }: Recipient, { locale, t }: Reader): MailFrame {
  const label = t('mail.antiPhishing');
  return {
    language: languageTag(locale),
    brand: t('common.brand'),
    antiPhishing: antiPhishingCode === null ? null : { label, code: inertText(antiPhishingCode), note: t('mail.antiPhishingNote') },
    footer: t('mail.footer', { email }),
    fact: (fact) => t('mail.fact', { ...fact }),
  };
}

/**
 * A mail in its reader's language and time zone, as HTML and as text that say the same (ALR-3). The anti-phishing code stands at the top when one is set.
 * Whatever came from outside is inert: escaped, on one line, not to be clicked. Subjects are our own words and never hold a code.
 */
export function renderMail(mail: Mail, recipient: Recipient, publicUrl: string): { subject: string; html: string; text: string } {
  const { locale, timeZone, antiPhishingCode } = recipient;
  const reader: Reader = { locale, timeZone, t: createTranslator(locale) };
  const document = composeMail(mail, reader, { publicUrl, hasAntiPhishingCode: antiPhishingCode !== null });
  const frame = frameOf(recipient, reader);
  return { subject: document.subject, html: mailHtml(document, frame), text: mailText(document, frame) };
}
