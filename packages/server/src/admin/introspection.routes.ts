import type { Introspection, ProofMethod } from '@warder/api';
import type { FastifyInstance } from 'fastify';
import type { Ground } from '../ground.ts';
import type { Serve } from '../http/index.ts';
import { secondMs } from '../kernel/clock.ts';
import { checkSession, inactivityExpiry, recordUse, type Session } from '../sessions/index.ts';

/** RFC 8176 names for what was shown; a code by e-mail has none and is no factor. */
const amrOf: Record<ProofMethod, string[]> = { password: ['pwd'], totp: ['otp'], recovery_code: ['otp'], email_code: [] };

const seconds = (at: Date): number => Math.floor(at.getTime() / secondMs);

/** What a host is told of a live session. It expires at the nearer of its two ends; `auth_time` is the latest proof (RFC 9470 §5). */
function presentIntrospection(session: Session, issuer: string): Introspection {
  const proofs = session.proofs.map(({ at }) => new Date(at).getTime());
  const factors = session.proofs.flatMap(({ method }) => amrOf[method]);
  return {
    active: true,
    sub: session.accountId,
    sid: session.id,
    device_id: session.deviceId,
    token_type: 'Bearer',
    iss: issuer,
    iat: seconds(session.createdAt),
    exp: Math.min(seconds(session.expiresAt), seconds(inactivityExpiry(session))),
    auth_time: Math.floor(Math.max(session.createdAt.getTime(), ...proofs) / secondMs),
    acr: session.aal,
    amr: [...new Set(session.aal === 'aal2' ? [...factors, 'mfa'] : factors)],
  };
}

/** "Is this session good now?": the contract between Warder and the host beside it. Asking counts as use of the session. @see RFC 7662 */
export function introspectionRoutes(app: FastifyInstance, serve: Serve, { db, clock, policy }: Ground): void {
  serve('POST /oauth/introspect', async ({ body: { token } }) => {
    const now = clock.now();
    const check = await checkSession(db, token, now);
    if (check.kind !== 'live') return { active: false };
    await recordUse(db, check.session, now);
    return presentIntrospection(check.session, policy.publicUrl);
  });

  app.get('/.well-known/oauth-authorization-server', { schema: { summary: 'Where hosts find what (RFC 8414)', tags: ['oauth'] } }, async () => ({
    issuer: policy.publicUrl,
    introspection_endpoint: `${policy.publicUrl}/oauth/introspect`,
    introspection_endpoint_auth_methods_supported: ['client_secret_basic'],
    response_types_supported: [],
    acr_values_supported: ['aal1', 'aal2'],
  }));
}
