/** The style of pages that work without JavaScript: the tokens of the product in a page's worth of rules. */
export const plainPageStyle = `
:root{color-scheme:light dark;--paper:#f6f4ee;--surface:#fffdf8;--ink:#18222c;--muted:#56616b;--line:#dcd8cb;--brand:#0b6a64;--soft:#dcebe8;--danger:#a5281b;--on:#fffdf8}
@media(prefers-color-scheme:dark){:root{--paper:#12181f;--surface:#18212a;--ink:#e8e6df;--muted:#a3adb5;--line:#2c3843;--brand:#6cc3bb;--soft:#17332f;--danger:#f08a7d;--on:#12181f}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
body:lang(zh-Hans){font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
body:lang(ja){font-family:system-ui,-apple-system,"Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP",sans-serif;word-break:auto-phrase}
body:lang(ko){font-family:system-ui,-apple-system,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR",sans-serif;word-break:keep-all}
header,main,footer{max-width:42rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;align-items:center;gap:.5rem;padding-top:1.25rem;font-weight:650;color:var(--ink)}
header svg{width:1.375rem;height:1.375rem;color:var(--brand);flex:none}
main{padding-top:1.75rem;padding-bottom:3rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem;letter-spacing:-.01em;text-wrap:balance}
:lang(zh-Hans) h1,:lang(ja) h1,:lang(ko) h1{letter-spacing:0;font-size:1.625rem;line-height:1.4}
h2{font-size:1.125rem;line-height:1.4;margin:2rem 0 .75rem}
p{margin:0 0 1rem;max-width:36rem}
a{color:var(--brand);text-underline-offset:.15em}
.muted{color:var(--muted)}
ol,ul{margin:0 0 1.5rem;padding-inline-start:1.4rem}
li{margin:0 0 .5rem;padding-inline-start:.15rem}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.5rem 1.25rem;margin:1.25rem 0;padding:1.125rem 0;border-block:1px solid var(--line)}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0;font-size:1.125rem;font-weight:650;margin:0 0 .75rem}
.choice{position:relative;display:grid;grid-template-columns:1.25rem minmax(0,1fr);gap:.125rem .875rem;min-height:2.75rem;margin:0 0 .75rem;padding:.875rem 1rem;background:var(--surface);border:1px solid var(--line);border-radius:10px;cursor:pointer}
.choice input{width:1.25rem;height:1.25rem;margin:.175rem 0 0;accent-color:var(--tone)}
.choice strong{font-weight:650}
.choice span{grid-column:2;color:var(--muted);font-size:.9375rem}
.choice,.act{--tone:var(--brand)}
.choice.danger{--tone:var(--danger)}
.choice.danger strong{color:var(--danger)}
.choice:has(:checked){border-color:var(--tone);box-shadow:inset 0 0 0 1px var(--tone)}
form:has(.danger :checked) .act{--tone:var(--danger)}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.choice:has(:focus-visible){outline:3px solid var(--brand);outline-offset:2px}
.choice :focus-visible{outline:0}
.act{display:inline-block;min-height:2.75rem;padding:.625rem 1.5rem;margin:.5rem 0 0;border:1px solid var(--tone);border-radius:6px;background:var(--tone);color:var(--on);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.done{margin-bottom:1.5rem;border-inline-start:4px solid var(--brand);padding-inline-start:1rem}
.done p{margin-bottom:0}
article{border-top:1px solid var(--line);padding:1.25rem 0}
article h2{margin:0 0 .25rem}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em}
pre{overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:.875rem 1rem;font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
table{border-collapse:collapse;width:100%}
td,th{text-align:start;vertical-align:top;border-bottom:1px solid var(--line);padding:.5rem .75rem .5rem 0}
@media(max-width:30rem){.act{display:block;width:100%}h1{font-size:1.5rem}dl{gap:.375rem 1rem;font-size:.9375rem}}
@media(max-width:22rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.625rem}dd:last-child{margin-bottom:0}}
@media(forced-colors:active){.act{border:2px solid ButtonText}}
`;
