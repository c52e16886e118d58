import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../kernel/start-error.ts';
import type { Binaries } from './binaries.ts';
import { minimalEnvironment } from './minimal-environment.ts';

const run = promisify(execFile);
const probeTimeoutMs = 10_000;

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** How the database's programs are started: as whom, and through which command. */
export interface RunAs {
  /** Who owns the database's files; null when that is who runs Warder. */
  user: SystemUser | null;
  /** Wraps a command line, so that it runs as that user. */
  command(program: string, args: readonly string[]): { program: string; args: string[]; ids: { uid?: number; gid?: number } };
}

/** The users that /etc/passwd names. */
const readUsers = async (): Promise<SystemUser[]> => {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
};

/** PostgreSQL refuses to run as root, for good reason. The owner of files that exist goes on owning them; otherwise the user made for databases; otherwise nobody. */
export const decideUser = (users: readonly SystemUser[], owner: { uid: number; gid: number } | null): SystemUser | null => {
  if (owner && owner.uid !== 0) return users.find(({ uid }) => uid === owner.uid) ?? { name: String(owner.uid), ...owner };
  return users.find(({ name }) => name === 'postgres') ?? users.find(({ name, uid }) => name === 'nobody' && uid !== 0) ?? null;
};

const asSelf: RunAs = { user: null, command: (program, args) => ({ program, args: [...args], ids: {} }) };

const asUser = (user: SystemUser): RunAs => ({
  user,
  command: (program, args) => ({ program, args: [...args], ids: { uid: user.uid, gid: user.gid } }),
});

/**
 * As that user, with one power of root's left: to pass through directories closed to it. The bounding set makes sure that there is no other.
 * The secure bit lets access(2), which initdb asks, answer by what the process may do rather than by what its user may.
 * @see capabilities(7), SECBIT_NO_SETUID_FIXUP
 */
const asUserWith = (user: SystemUser, capability: string, setpriv: string): RunAs => ({
  user,
  command: (program, args) => {
    const only = `-all,+${capability}`;
    const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--no-new-privs', '--securebits=+no_setuid_fixup'];
    return {
      program: setpriv,
      args: [...ids, `--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`, '--', program, ...args],
      ids: {},
    };
  },
});

async function findSetpriv(): Promise<string | null> {
  for (const directory of `${process.env['PATH'] ?? ''}${delimiter}/usr/bin${delimiter}/bin`.split(delimiter)) {
    const path = join(directory, 'setpriv');
    if (directory !== '' && (await stat(path).catch(() => null))?.isFile()) return path;
  }
  return null;
}

/** True when a command started this way can enter the directory and lay out a database with the program: asked of both, since modes alone do not tell. */
async function reaches(runAs: RunAs, directory: string, initdb: string): Promise<boolean> {
  const { program, args, ids } = runAs.command('/bin/sh', ['-c', 'cd "$1" && exec "$2" --show --pgdata="$1"', 'sh', directory, initdb]);
  return run(program, args, { ...ids, cwd: '/', env: minimalEnvironment, timeout: probeTimeoutMs }).then(
    () => true,
    () => false,
  );
}

/**
 * Decides as whom the database runs. Anyone but root runs it himself. Root hands it to an unprivileged user; where that user cannot come
 * to the data directory or the programs (a checkout in root's home), it is given the power to pass, or, as in most containers, to
 * override access, and nothing else.
 * @throws {StartError} when neither is possible
 */
export async function decideRunAs(dataDir: string, cluster: string, { initdb }: Binaries): Promise<RunAs> {
  if (process.getuid?.() !== 0) return asSelf;
  const user = decideUser(await readUsers(), await stat(cluster).catch(() => null));
  if (!user)
    throw new StartError(
      'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody; start Warder as an ordinary user.',
    );
  if (await reaches(asUser(user), dataDir, initdb)) return asUser(user);
  const setpriv = await findSetpriv();
  for (const capability of setpriv ? ['dac_read_search', 'dac_override'] : []) {
    const runAs = asUserWith(user, capability, setpriv as string);
    if (await reaches(runAs, dataDir, initdb)) return runAs;
  }
  throw new StartError(
    `PostgreSQL does not run as root, and the user ${user.name} cannot enter ${dataDir} or run ${initdb}; start Warder as an ordinary user, move it to a directory that all may enter, or set DATABASE_URL.`,
  );
}
