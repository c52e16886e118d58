import { type Markup, markup, ownMarkup } from '../kernel/markup.ts';
import type { Block, MailDocument, MailFrame } from './mail-document.ts';

/** Styles stand in the elements, since some clients drop the sheet; the sheet only turns them dark. Tokens: paper, surface, ink, muted, line, brand, danger. */
const dark = ownMarkup(`
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media(prefers-color-scheme:dark){
.paper{background:#12181f!important}.surface{background:#18212a!important;border-color:#2c3843!important}
.ink{color:#e8e6df!important}.muted{color:#a3adb5!important}.line{border-color:#2c3843!important}
.soft{background:#17332f!important;border-color:#6cc3bb!important}.brand{background:#6cc3bb!important;color:#12181f!important}.danger{background:#f08a7d!important;color:#12181f!important}}
@media(max-width:480px){.pad{padding:24px 20px!important}.label,.value{display:block!important;width:auto!important;padding-right:0!important}.label{padding-bottom:0!important}.value{padding-top:0!important;border:0!important}}
`);

/** Fonts and line breaking of each language: a list for all four would set Japanese in Chinese glyphs on Windows. */
const typography: Readonly<Record<string, string>> = {
  en: "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif",
  'zh-Hans': "font-family:system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif",
  ja: "font-family:system-ui,-apple-system,'Hiragino Sans','Yu Gothic UI',Meiryo,'Noto Sans CJK JP',sans-serif;word-break:auto-phrase",
  ko: "font-family:system-ui,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans CJK KR',sans-serif;word-break:keep-all",
};
const typeOf = (language: string): Markup => ownMarkup(`${typography[language] ?? typography['en']};font-variant-numeric:tabular-nums`);
const buttonColour = { brand: ownMarkup('#0b6a64'), danger: ownMarkup('#a5281b') };

const paragraphHtml = (text: string): Markup =>
  markup`<p class="ink" style="margin:0 0 16px;color:#18222c;font-size:16px;line-height:1.6">${text}</p>\n`;
const noteHtml = (text: string): Markup =>
  markup`<p class="muted" style="margin:0 0 16px;color:#56616b;font-size:14px;line-height:1.6">${text}</p>\n`;

const codeHtml = (code: string): Markup =>
  markup`<p class="ink" style="margin:0 0 16px;color:#18222c;font-size:32px;line-height:1.4;font-weight:700;letter-spacing:4px;font-variant-numeric:tabular-nums">${code}</p>\n`;

const factHtml = ({ label, value }: { label: string; value: string }): Markup =>
  markup`<tr><td class="label muted line" valign="top" style="padding:8px 16px 8px 0;border-top:1px solid #dcd8cb;color:#56616b;font-size:15px;line-height:1.5;width:30%">${label}</td><td class="value ink line" valign="top" style="padding:8px 0;border-top:1px solid #dcd8cb;color:#18222c;font-size:15px;line-height:1.5;overflow-wrap:anywhere">${value}</td></tr>\n`;

const factsHtml = ({ title, facts }: Extract<Block, { kind: 'facts' }>): Markup =>
  markup`${title !== undefined && markup`<h2 class="ink" style="margin:8px 0 8px;color:#18222c;font-size:17px;line-height:1.4">${title}</h2>\n`}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;border-collapse:collapse">${facts.map(factHtml)}</table>\n`;

const buttonHtml = ({ label, url, tone }: Extract<Block, { kind: 'button' }>): Markup =>
  markup`<p style="margin:0 0 16px"><a class="${tone}" href="${url}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:${buttonColour[tone]};color:#fffdf8;font-size:16px;line-height:20px;font-weight:600;text-decoration:none">${label}</a></p>\n`;

function blockHtml(block: Block): Markup {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block.text);
    case 'note':
      return noteHtml(block.text);
    case 'code':
      return codeHtml(block.code);
    case 'facts':
      return factsHtml(block);
    case 'button':
      return buttonHtml(block);
  }
}

const antiPhishingHtml = ({ label, code, note }: NonNullable<MailFrame['antiPhishing']>): Markup =>
  markup`<div class="soft" style="margin:0 0 24px;padding:12px 16px;background:#dcebe8;border-left:4px solid #0b6a64">
<p class="ink" style="margin:0;color:#18222c;font-size:15px;line-height:1.5">${label} <strong style="white-space:nowrap">${code}</strong></p>
<p class="muted" style="margin:4px 0 0;color:#56616b;font-size:13px;line-height:1.5">${note}</p></div>\n`;

/** The mail as HTML: no images, no scripts, nothing loaded; 600 px wide, light and dark. */
export function mailHtml({ subject, blocks }: MailDocument, { language, brand, antiPhishing, footer }: MailFrame): string {
  const type = typeOf(language);
  return markup`<!doctype html>
<html lang="${language}" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${subject}</title>
<style>${dark}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#f6f4ee;-webkit-text-size-adjust:100%;${type}">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f6f4ee">
<tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
<tr><td class="surface pad" style="padding:32px;background:#fffdf8;border:1px solid #dcd8cb;border-radius:10px;${type}">
${antiPhishing && antiPhishingHtml(antiPhishing)}<h1 class="ink" style="margin:0 0 16px;color:#18222c;font-size:22px;line-height:1.35">${subject}</h1>
${blocks.map(blockHtml)}</td></tr>
<tr><td class="pad" style="padding:16px 32px;${type}">
<p class="muted" style="margin:0;color:#56616b;font-size:13px;line-height:1.6"><strong>${brand}</strong><br>${footer}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.toString();
}
