// `npm start`: installs, builds the pages, serves; Ctrl-C stops everything.
import { buildPages, fail, install } from './provision.mjs';

install();
if (!buildPages()) fail('The pages could not be built; see above.');
await import('../packages/server/bin/warder.mjs');
