// `npm start`: installs, builds the pages, serves; Ctrl-C stops everything.
import { buildPages, install } from './provision.mjs';

install();
buildPages();
await import('../packages/server/bin/warder.mjs');
