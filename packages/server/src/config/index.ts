/**
 * The door to what the operator sets: every setting, read from the environment once at start and judged all at once; and the secret keys.
 */
export { type Config, readConfig, settings } from './config.ts';
export { loadSecretKeys } from './secret-keys.ts';
