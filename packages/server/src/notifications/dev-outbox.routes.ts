import type { FastifyInstance } from 'fastify';
import { html } from 'hono/html';
import type { Db } from '../db/index.ts';
import { plainPage, sendPlainPage } from '../http/index.ts';

const shown = 100;

/** What was sent while no mail server is configured. Registered in development alone, never in production (config). */
export function devOutboxRoutes(app: FastifyInstance, db: Db): void {
  const list = () => db.selectFrom('dev_outbox').selectAll().orderBy('id', 'desc').limit(shown).execute();
  const schema = (summary: string) => ({ summary, tags: ['development'] });

  app.get('/dev/outbox.json', { schema: schema('Mails that were sent, newest first') }, async () => {
    const rows = await list();
    return {
      messages: rows.map(({ id, at, channel, recipient, subject, body, html: markup }) => ({
        id,
        at: at.toISOString(),
        channel,
        to: recipient,
        subject,
        text: body,
        html: markup,
      })),
    };
  });

  app.get('/dev/outbox', { schema: schema('Mails that were sent, as a page') }, async (_request, reply) => {
    const rows = await list();
    const mails = rows.map(
      ({ id, at, recipient, subject, body }) => html`<article>
        <h2><a href="/dev/outbox/${id}">${subject}</a></h2>
        <p class="muted">${recipient} · <time datetime="${at.toISOString()}">${at.toISOString()}</time></p>
        <pre>${body}</pre>
      </article>`,
    );
    const empty = html`<p>Nothing was sent yet. Sign up, and the code shows here.</p>`;
    const body = html`<h1>Outbox</h1>
      <p class="muted">No mail server is configured (SMTP_URL): what Warder would have sent shows here, newest first.</p>
      ${rows.length > 0 ? mails : empty}`;
    return sendPlainPage(reply, plainPage({ locale: 'en', title: 'Outbox', body: await body }));
  });

  app.get('/dev/outbox/:id', { schema: schema('One mail as it looks') }, async (request, reply) => {
    const id = Number((request.params as { id: string }).id);
    const row = Number.isSafeInteger(id) ? await db.selectFrom('dev_outbox').select('html').where('id', '=', id).executeTakeFirst() : undefined;
    if (!row?.html) return reply.callNotFound();
    // The mail brings its own styles and no scripts.
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    );
    return reply.type('text/html; charset=utf-8').send(row.html);
  });
}
