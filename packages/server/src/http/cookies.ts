import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Browsers cap the life of a cookie at 400 days; each sign-in renews it. */
const deviceCookieSeconds = 400 * 24 * 3600;

/**
 * Warder's two cookies. Over https both carry the `__Host-` prefix, so that no neighbouring host can set them; plain http is
 * allowed on localhost alone (config), where some browsers refuse the prefix.
 * @see OWASP ASVS 5.0 §3.3
 */
export interface Cookies {
  sessionToken(request: FastifyRequest): string | undefined;
  deviceSecret(request: FastifyRequest): string | undefined;
  setSession(reply: FastifyReply, token: string): void;
  setDevice(reply: FastifyReply, secret: string): void;
  /** Called at sign-out alone: an error answer never signs anybody out. */
  clearSession(reply: FastifyReply): void;
}

export function createCookies(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  const session = `${prefix}warder_session`;
  const device = `${prefix}warder_device`;
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, secure, sameSite: 'strict' };
  return {
    sessionToken: (request) => request.cookies[session],
    deviceSecret: (request) => request.cookies[device],
    setSession: (reply, token) => void reply.setCookie(session, token, options),
    setDevice: (reply, secret) => void reply.setCookie(device, secret, { ...options, maxAge: deviceCookieSeconds }),
    clearSession: (reply) => void reply.clearCookie(session, options),
  };
}
