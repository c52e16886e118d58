import type { Locale } from '@warder/api';
import { describeTime } from '@warder/words';
import { createTranslator } from '@warder/words/server';
import { plainPage } from '../http/index.ts';
import { type Markup, markup } from '../kernel/markup.ts';
import { type AlertSubject, alertTitle, type Circumstances, describeCircumstances, inertText, type Reader } from '../notifications/index.ts';
import type { AlertChoice, AlertResult } from './alert.ts';

/** What the page behind an alert's link has to show. */
export type LinkPageState =
  | { kind: 'open'; token: string; told: AlertSubject & Circumstances; canEndSession: boolean }
  | { kind: 'just_done'; choice: AlertChoice; result: AlertResult }
  | { kind: 'used'; choice: AlertChoice; at: string; result: AlertResult }
  | { kind: 'expired' }
  | { kind: 'unknown' };

interface Page {
  title: string;
  body: Markup;
}

type LinkReader = Reader & { publicUrl: string };

/** A frightened reader meets the two ways out first; "it was me" comes last and is not red. */
const choices = ['end_session', 'log_out_everywhere', 'it_was_me'] as const satisfies readonly AlertChoice[];

const choiceHtml = (choice: AlertChoice, { t }: Reader): Markup =>
  markup`<label class="choice ${choice === 'it_was_me' ? '' : 'danger'}"><input type="radio" name="choice" value="${choice}" required>
<strong>${t(`links.${choice}`)}</strong><span>${t(`links.${choice}_effect`)}</span></label>`;

/**
 * The choices, none of them made ahead: mail scanners open links, press buttons and submit forms, and none of that may decide.
 * @see asks 1: Safe Links submits the form of the page that it opens
 */
function openPage({ token, told, canEndSession }: Extract<LinkPageState, { kind: 'open' }>, reader: LinkReader): Page {
  const { t } = reader;
  const title = alertTitle(told, reader);
  const facts = describeCircumstances(told, reader).map(({ label, value }) => markup`<dt>${label}</dt><dd>${value}</dd>`);
  const lookalike =
    told.kind === 'new_device' && told.looksLike !== null && markup`<p>${t('links.looksLike', { name: inertText(told.looksLike) })}</p>`;
  const offered = choices.filter((choice) => choice !== 'end_session' || canEndSession);
  const body = markup`<h1>${title}</h1>
<p class="muted">${t('links.opened')}</p>
<dl>${facts}</dl>
${lookalike}
<form method="post" action="/e/${token}">
<fieldset><legend>${t('links.question')}</legend>
${offered.map((choice) => choiceHtml(choice, reader))}</fieldset>
<button class="act">${t('links.confirm')}</button>
</form>`;
  return { title, body };
}

const act = (href: string, label: string): Markup => markup`<p><a class="act" href="${href}">${label}</a></p>`;

/** What is left for the holder to do after the sessions ended: the rest of the remedy, not only one step of it. */
const remedy = ({ t, publicUrl }: LinkReader): Markup =>
  markup`<h2>${t('links.next')}</h2>
<ol><li>${t('links.next_password')}</li><li>${t('links.next_devices')}</li><li>${t('links.next_mailbox')}</li></ol>
${act(`${publicUrl}/reset-password`, t('links.setPassword'))}
<p><a href="${publicUrl}/sign-in">${t('links.signIn')}</a></p>`;

function donePage({ choice, result }: Extract<LinkPageState, { kind: 'just_done' }>, reader: LinkReader): Page {
  const { t, publicUrl } = reader;
  const title = t(`links.done_${choice}`);
  const confirmed = choice === 'it_was_me';
  const outcome = confirmed ? t('links.next_confirmed') : t('links.ended', { count: result.endedSessions });
  const next = confirmed ? act(`${publicUrl}/sign-in`, t('links.signIn')) : remedy(reader);
  return { title, body: markup`<div class="done" role="status"><h1>${title}</h1><p>${outcome}</p></div>${next}` };
}

/** What was chosen, in the words of the pages. */
const chosenWords = { it_was_me: 'common.itWasMe', end_session: 'common.forceOffline', log_out_everywhere: 'common.signOutEverywhere' } as const;

const usedPage = ({ choice, at }: Extract<LinkPageState, { kind: 'used' }>, { t, locale, timeZone, publicUrl }: LinkReader): Page => ({
  title: t('links.used'),
  body: markup`<h1>${t('links.used')}</h1>
<dl><dt>${t('links.chosen')}</dt><dd>${t(chosenWords[choice])}</dd><dt>${t('common.time')}</dt><dd>${describeTime(at, { locale, timeZone }, t)}</dd></dl>
<p>${t('links.used_help')}</p>
${act(`${publicUrl}/sign-in`, t('links.signIn'))}`,
});

const deadPage = (kind: 'expired' | 'unknown', { t, publicUrl }: LinkReader): Page => ({
  title: t(`links.${kind}`),
  body: markup`<h1>${t(`links.${kind}`)}</h1>
<p>${t(`links.${kind}_help`)}</p>
${act(`${publicUrl}/sign-in`, t('links.signIn'))}`,
});

function pageOf(state: LinkPageState, reader: LinkReader): Page {
  switch (state.kind) {
    case 'open':
      return openPage(state, reader);
    case 'just_done':
      return donePage(state, reader);
    case 'used':
      return usedPage(state, reader);
    case 'expired':
    case 'unknown':
      return deadPage(state.kind, reader);
  }
}

/** The page behind an alert's link as HTML. It shows; acting takes a choice and a press of the button. The anti-phishing code is for mails alone and not on it. */
export function linkPage(state: LinkPageState, { locale, timeZone, publicUrl }: { locale: Locale; timeZone: string; publicUrl: string }): string {
  return plainPage({ locale, ...pageOf(state, { locale, timeZone, publicUrl, t: createTranslator(locale) }) });
}
