import { isProblem } from '../../data/problem.ts';

const codes = ['password-too-short', 'password-too-long', 'password-too-common', 'password-unchanged'] as const;

/** What the server found wrong with a new password, for beside its field; null when something else was wrong, or nothing. */
export function passwordProblem(error: unknown): `problems.${(typeof codes)[number]}` | null {
  const found = codes.find((code) => isProblem(error, code));
  return found ? `problems.${found}` : null;
}
