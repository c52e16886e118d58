/**
 * The door to HTTP: the server, the one way of serving an endpoint of the contract, cookies, event streams, plain pages.
 *
 * A route is validated, let in and documented by the contract in packages/api; a room's routes only translate between HTTP and commands.
 * Imports kernel, db and network. Who a caller is, the rooms say through {@link Guards}.
 */
export { type AppSettings, createApp } from './app.ts';
export type { CallerOf, Callers, Guards } from './callers.ts';
export { type Cookies, createCookies } from './cookies.ts';
export { isSafe } from './cross-site.ts';
export { type EventStream, openEventStream } from './event-stream.ts';
export { type Operations, operationsRoutes } from './operations.routes.ts';
export { type Pages, pagesRoutes } from './pages.routes.ts';
export { plainPage, sendPlainPage } from './plain-page.ts';
export { preferredLocale } from './preferred-locale.ts';
export { problemPagesRoutes } from './problem-pages.routes.ts';
export { createServe, type Serve, type ServedCall } from './serve.ts';
