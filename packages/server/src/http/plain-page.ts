import { createHash } from 'node:crypto';
import type { Locale } from '@warder/api';
import { languageTag } from '@warder/words';
import type { FastifyReply } from 'fastify';
import { type Markup, markup, ownMarkup } from '../kernel/markup.ts';
import { plainPageStyle } from './plain-page.css.ts';

/** The one style sheet that a plain page may use, as a source expression of Content Security Policy. */
export const plainPageStyleHash = `'sha256-${createHash('sha256').update(plainPageStyle).digest('base64')}'`;

/** No scripts, no frames, nothing from elsewhere; forms go to this origin alone. */
export const plainPagePolicy = [
  "default-src 'none'",
  `style-src 'self' ${plainPageStyleHash}`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const style = ownMarkup(plainPageStyle);

const shield = ownMarkup(
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">' +
    '<path d="M12 3l7.5 2.7v5.6c0 4.6-3.1 8.1-7.5 9.7-4.4-1.6-7.5-5.1-7.5-9.7V5.7z"/><path d="M8.8 12.2l2.3 2.3 4.3-4.6"/></svg>',
);

/** A whole page that works without JavaScript, on a phone and on a desk, in light and dark. It brings its style and loads nothing but its icon. */
export const plainPage = ({ locale, title, body }: { locale: Locale; title: string; body: Markup }): string =>
  markup`<!doctype html>
<html lang="${languageTag(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Warder</title>
<link rel="icon" href="/favicon.svg">
<style>${style}</style>
</head>
<body>
<header>${shield}Warder</header>
<main>${body}</main>
</body>
</html>
`.toString();

/** Sends a plain page under its own policy; no cache keeps it, since its address may be a secret. */
export const sendPlainPage = (reply: FastifyReply, page: string): FastifyReply =>
  reply
    .header('content-security-policy', plainPagePolicy)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .send(page);
