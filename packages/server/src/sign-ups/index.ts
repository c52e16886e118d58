/**
 * The room of the sign-up: how an account begins.
 *
 * An account exists once its address was proven by a code, and not before. An address that has an account already is answered like any other;
 * its holder is told by mail. Of two sign-ups for one address the first to prove it wins.
 *
 * Imports everything up to sign-ins.
 */
import './sign-up.table.ts';

export { deleteExpiredSignUps } from './sign-up.queries.ts';
export { signUpRoutes } from './sign-up.routes.ts';
