/**
 * The boundaries of the house. The server is a row of rooms: a room imports only rooms to its left, and only through their door (`index.ts`).
 * `npm run check` holds the code to it. @see ARCHITECTURE.md
 */
const rooms = [
  'kernel',
  'db',
  'jobs',
  'network',
  'ground',
  'http',
  'audit',
  'notifications',
  'accounts',
  'credentials',
  'devices',
  'sessions',
  'sign-ins',
  'sign-ups',
  'recovery',
  'settings',
  'signals',
  'reviews',
  'alerts',
  'admin',
];

const server = '^packages/server/src/';
const ofTests = '\\.test\\.tsx?$|^packages/server/src/(testing|races|attacks|journeys)/';

/** A room is a directory, or a file of that name. */
const inRooms = (names) => `${server}(${names.join('|')})(/|\\.ts$)`;

/** Whatever is no room puts the rooms together: it stands to the right of all. */
const besideRooms = `${server}(?!(${rooms.join('|')})(/|\\.ts$))`;

const order = rooms.map((room, index) => ({
  name: `${room}-imports-only-to-its-left`,
  severity: 'error',
  from: { path: inRooms([room]), pathNot: ofTests },
  to: { path: [besideRooms, ...(index + 1 < rooms.length ? [inRooms(rooms.slice(index + 1))] : [])] },
}));

module.exports = {
  forbidden: [
    ...order,
    {
      name: 'through-the-door',
      comment: 'A room shows what others may use in its index.ts. The kernel and the command line have no door: all of them is for use.',
      severity: 'error',
      from: { path: `${server}([^/]+)`, pathNot: ofTests },
      to: { path: `${server}(?!kernel/|cli/)[^/]+/`, pathNot: [`${server}$1/`, '/index\\.ts$'] },
    },
    {
      name: 'tests-are-not-the-product',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: ofTests },
      to: { path: ofTests },
    },
    {
      name: 'contract-stands-alone',
      comment: 'Server, pages and SDK share the contract: it can know none of them.',
      severity: 'error',
      from: { path: '^packages/api/' },
      to: { path: '^packages/(?!api/)' },
    },
    {
      name: 'words-know-the-contract-alone',
      severity: 'error',
      from: { path: '^packages/words/' },
      to: { path: '^packages/(?!api/|words/)' },
    },
    {
      name: 'pages-know-contract-and-words-alone',
      comment: 'What the pages know of the server is what everybody may know of it.',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/(?!api/|words/|web/)' },
    },
    {
      name: 'server-knows-no-pages',
      comment: 'The server serves the built pages as files.',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: '^packages/(?!api/|words/|server/)' },
    },
    {
      name: 'no-cycles',
      comment: 'Of two files that need each other, neither can be understood first. Types alone may meet.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:'] },
    },
    {
      name: 'declared-dependencies-alone',
      comment: 'A package runs without its neighbours and without what only the tests need.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: [ofTests, '^packages/words/src/vite\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    // TypeScript 7 has no programming interface that could be asked for the imports.
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
