import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { endpoints, type ProblemCode, problems } from '@warder/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../kernel/problem.ts';
import { toDocument } from './problem-response.ts';

const immutableSeconds = 31_536_000;

/** Addresses of the pages, as their router knows them; anything else that a browser opens gets the same page with the status 404. */
const pagePaths = /^\/(?:|sign-in|sign-up|reset-password|devices(?:\/dev_[0-9a-z]{26})?|activity|settings)\/?$/;

/** Every path of the contract with its methods, to tell a wrong method from a wrong address. */
const contract = Object.keys(endpoints).map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) };
});

export interface Pages {
  /** Directory of the built pages. */
  directory: string;
  publicUrl: string;
  /** Sent with the page, so that browsers tell what they are (Client Hints). */
  headers: Record<string, string>;
}

/**
 * Serves the built pages: assets for ever, the page itself never from a cache. An unknown address of the API answers with problem details, one
 * that a browser opens with the page, which says that there is nothing here.
 */
export async function pagesRoutes(app: FastifyInstance, { directory, publicUrl, headers }: Pages): Promise<void> {
  const index = await readFile(join(directory, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: directory,
    index: false,
    wildcard: false,
    // The build lays compressed copies beside the assets.
    preCompressed: true,
    setHeaders(reply, path) {
      const isAsset = path.startsWith(join(directory, 'assets'));
      reply.header('cache-control', isAsset ? `public, max-age=${immutableSeconds}, immutable` : 'no-cache');
    },
  });

  const sendPage = (reply: FastifyReply, status: number): FastifyReply =>
    reply.code(status).headers(headers).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(index);

  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const opensPage = (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html');
    if (opensPage && !path.startsWith('/v1/')) return sendPage(reply, pagePaths.test(path) ? 200 : 404);
    const allowed = contract.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    const code: ProblemCode = allowed.length > 0 ? 'method-not-allowed' : 'not-found';
    if (allowed.length > 0) reply.header('allow', allowed.join(', '));
    return reply
      .code(problems[code].status)
      .type('application/problem+json')
      .send(toDocument(problem(code), publicUrl, request.id));
  });
}
