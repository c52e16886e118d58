/**
 * The room of the settings: what a holder changes about the own account.
 *
 * Each change runs under the account's lock with the session judged again, records its event in the same transaction, and tells the open pages.
 * What protects the account asks for a recent proof first.
 *
 * Imports everything up to sessions.
 */
export { settingsRoutes } from './settings.routes.ts';
