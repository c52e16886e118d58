import type { Locale } from '@warder/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findAccount } from '../accounts/index.ts';
import { describeClient } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import { preferredLocale, sendPlainPage } from '../http/index.ts';
import { readToken } from '../kernel/secrets.ts';
import { findAlertLink } from './alert.queries.ts';
import { type AlertChoice, alertChoices } from './alert.ts';
import { answerAlert, type FoundLink } from './answer-alert.ts';
import { type LinkPageState, linkPage } from './link-page.ts';

const pageSchema = (summary: string) => ({ summary, tags: ['pages'], produces: ['text/html'] });

const isChoice = (choice: unknown): choice is AlertChoice => alertChoices.includes(choice as AlertChoice);

function stateOf({ link }: FoundLink, token: string, justDone: boolean): LinkPageState {
  switch (link.state) {
    case 'open':
      return { kind: 'open', token, told: link.alert.told, canEndSession: link.alert.deviceId !== null };
    case 'used': {
      const { choice, usedAt, result } = link;
      return justDone ? { kind: 'just_done', choice, result } : { kind: 'used', choice, at: usedAt.toISOString(), result };
    }
    case 'expired':
      return { kind: 'expired' };
  }
}

const statusOf = { open: 200, used: 200, just_done: 200, expired: 410, unknown: 404 } as const;

/** The page behind an alert's link, for whoever is signed out and has no JavaScript: GET shows, POST acts (ALR-3). */
export function alertRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, clock, keyring, origins, policy } = ground;

  async function find(token: string): Promise<FoundLink | null> {
    const key = readToken(token);
    const account = key && (await findAccount(db, keyring, key.accountId));
    const link = account && (await findAlertLink(db, key, clock.now()));
    return link ? { account, link } : null;
  }

  function show(request: FastifyRequest, reply: FastifyReply, found: FoundLink | null, justDone: boolean): FastifyReply {
    const { token } = request.params as { token: string };
    const locale: Locale = found?.account.locale ?? preferredLocale(request.headers['accept-language']);
    const state: LinkPageState = found ? stateOf(found, token, justDone) : { kind: 'unknown' };
    const page = linkPage(state, { locale, timeZone: found?.account.timeZone ?? 'UTC', publicUrl: policy.publicUrl });
    return sendPlainPage(reply.code(statusOf[state.kind]), page);
  }

  app.get('/e/:token', { schema: pageSchema("What an alert's link can do; changes nothing") }, async (request, reply) =>
    show(request, reply, await find((request.params as { token: string }).token), false),
  );

  app.post('/e/:token', { schema: pageSchema('Does what was chosen, once') }, async (request, reply) => {
    const { token } = request.params as { token: string };
    const choice = (request.body as { choice?: unknown } | null)?.choice;
    if (!isChoice(choice)) return show(request, reply, await find(token), false);
    const from = { client: describeClient(request.headers), origin: origins.describe(request.clientIp) };
    const answered = await answerAlert(ground, token, choice, from);
    return show(request, reply, answered?.found ?? null, answered?.acted ?? false);
  });
}
