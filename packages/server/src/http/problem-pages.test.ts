import { readdir, readFile } from 'node:fs/promises';
import { problems } from '@warder/api';
import { expect, test } from 'vitest';

const folder = new URL('../../../../docs/problems/', import.meta.url);

test('every problem has a page, and every page a problem', async () => {
  expect((await readdir(folder)).sort()).toEqual(
    Object.keys(problems)
      .map((code) => `${code}.md`)
      .sort(),
  );
});

test.each(Object.entries(problems))('the page of %s says what the catalogue says', async (code, { status, title }) => {
  const page = await readFile(new URL(`${code}.md`, folder), 'utf8');
  expect(page.startsWith(`# ${title}\n\n\`${code}\` · HTTP ${status}\n`)).toBe(true);
  expect(page).toContain('\n## What to do\n');
  const example: unknown = JSON.parse(/```json\n(.*?)\n```/s.exec(page)?.[1] ?? '');
  expect(example).toMatchObject({ type: expect.stringMatching(new RegExp(`/problems/${code}$`)), title, status, code });
});
