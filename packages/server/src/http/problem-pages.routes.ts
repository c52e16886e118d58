import { readFile } from 'node:fs/promises';
import { problems } from '@warder/api';
import type { FastifyInstance } from 'fastify';
import { raw } from 'hono/html';
import { marked } from 'marked';
import { plainPage, sendPlainPage } from './plain-page.ts';

const folder = new URL('../../../../docs/problems/', import.meta.url);

/** The page that each problem's `type` leads to: what it means and what to do. Our own words, never a request's. */
export function problemPagesRoutes(app: FastifyInstance): void {
  app.get('/problems/:code', { schema: { summary: 'What a problem means and what to do', tags: ['pages'] } }, async (request, reply) => {
    const { code } = request.params as { code: string };
    if (!Object.hasOwn(problems, code)) return reply.callNotFound();
    const text = await readFile(new URL(`${code}.md`, folder), 'utf8');
    return sendPlainPage(reply, plainPage({ locale: 'en', title: code, body: raw(await marked.parse(text)) }));
  });
}
