/** What the database's programs are told of the world: nothing of Warder's own environment, where secrets may be. */
export const minimalEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
