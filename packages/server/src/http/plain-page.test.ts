import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { markup } from '../kernel/markup.ts';
import { plainPage, plainPagePolicy, plainPageStyleHash } from './plain-page.ts';

const page = plainPage({ locale: 'zh', title: '<b>', body: markup`<h1>${'<i>&"\''}</h1>` });

test('a plain page brings the style that its policy allows, and loads nothing but its icon', () => {
  const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? '';
  expect(plainPageStyleHash).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(plainPagePolicy).toContain(plainPageStyleHash);
  expect(page).not.toMatch(/<script|<link(?! rel="icon" href="\/favicon\.svg")|style="|\son\w+=|url\(|https?:/);
});

test('texts are escaped, markup is not', () => {
  expect(page).toContain('<h1>&lt;i&gt;&amp;&quot;&#39;</h1>');
  expect(page).toContain('<title>&lt;b&gt; · Warder</title>');
});

test('its language is named with the script, so that Chinese is not shown in Japanese glyphs', () => expect(page).toContain('<html lang="zh-Hans">'));

test('its policy lets no script run and no frame hold it', () => {
  expect(plainPagePolicy).toContain("default-src 'none'");
  expect(plainPagePolicy).toContain("frame-ancestors 'none'");
  expect(plainPagePolicy).not.toMatch(/script|unsafe|\*/);
});
