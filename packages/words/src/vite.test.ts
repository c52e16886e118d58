import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { wordsPlugin } from './vite.ts';

const entry = (source: string) => ({
  name: 'entry',
  resolveId: (id: string) => (id === 'entry' ? id : null),
  load: (id: string) => (id === 'entry' ? source : null),
});

async function bundle(source: string): Promise<string> {
  const rolldownOptions = { input: 'entry', preserveEntrySignatures: 'strict' } as const;
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [wordsPlugin(), entry(source)],
    build: { write: false, rolldownOptions },
  })) as Rolldown.RolldownOutput;
  return built.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n');
}

test('a page is given one language, what it needs of it, and no message parser', async () => {
  const code = await bundle(`
    import messages from 'virtual:words/ja/base';
    import { createCompiledTranslator, describeProblem } from ${JSON.stringify(new URL('./index.ts', import.meta.url).pathname)};
    export const say = (code) => describeProblem({ code }, createCompiledTranslator('ja', messages), 'ja');`);
  expect(code).toContain('パスワード');
  expect(code).not.toContain('비밀번호');
  expect(code).not.toContain('心当たりのないログインがありました');
  expect(code).not.toMatch(/octothorpe|messageformat|readFileSync/);
});

test.each(['xx/base', 'ja/mail', 'ja/toString', 'ja'])('words that do not exist are refused: %s', async (name) => {
  await expect(bundle(`export { default } from 'virtual:words/${name}';`)).rejects.toThrow(/virtual:words/);
});
