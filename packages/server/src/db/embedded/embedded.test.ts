import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { StartError } from '../../kernel/start-error.ts';
import { type EmbeddedPostgres, findEmbeddedPostgres, startEmbeddedPostgres } from './index.ts';

const holder = fileURLToPath(new URL('../../testing/hold-postgres.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;

const run = promisify(execFile);
/** Laid out once and copied for every test: laying out is most of a first start. */
const laidOut = await mkdtemp(join(tmpdir(), 'warder-embedded-laid-out-'));
let directory: string;
let dataDir: string;
let running: EmbeddedPostgres[];
let children: ChildProcess[];

beforeAll(async () => {
  await (await startEmbeddedPostgres({ dataDir: join(laidOut, 'data'), fsync: false })).stop();
});

afterAll(() => rm(laidOut, { recursive: true, force: true }));

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'warder-embedded-'));
  dataDir = join(directory, 'data');
  await run('cp', ['-a', join(laidOut, 'data'), dataDir]);
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await Promise.all(running.map(({ stop }) => stop()));
  await rm(directory, { recursive: true, force: true });
});

async function start(at = dataDir): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir: at, fsync: false });
  running.push(postgres);
  return postgres;
}

async function query<T extends pg.QueryResultRow>(connection: pg.ClientConfig, text: string): Promise<T[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a Warder's database in a process of its own, and answers what it says first. */
async function startApart(): Promise<{ child: ChildProcess; says: string; lines: AsyncIterator<string> }> {
  const child = spawn(process.execPath, [holder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, says: String((await lines.next()).value), lines };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const pidOfServer = async () => Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

test('it works as a role that is no superuser, on a socket that only its user may open, with nothing on the network', async () => {
  dataDir = join(directory, 'new');
  const { connection, adopted } = await start();
  expect(adopted).toBe(false);
  expect(await query(connection, 'select rolname, rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user')).toEqual([
    { rolname: 'warder', rolsuper: false, rolcreaterole: false, rolcreatedb: false },
  ]);
  expect(await query(connection, "select pg_has_role('warder_app', 'member') as member")).toEqual([{ member: true }]);
  expect(await query(connection, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  expect((await stat(String(connection.host))).mode & 0o777).toBe(0o700);
});

test('what was written is there at the next start', async () => {
  const { connection, stop } = await startEmbeddedPostgres({ dataDir, fsync: false });
  await query(connection, 'create table kept as select 7 as number');
  await stop();
  const again = await start();
  expect(again.adopted).toBe(false);
  expect(await query(again.connection, 'select number from kept')).toEqual([{ number: 7 }]);
});

test('fsync is on unless a test turns it off', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir });
  running.push(postgres);
  expect(
    await query(
      postgres.connection,
      "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name",
    ),
  ).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
});

test('a server left behind by a killed Warder is adopted, and stopped in the end', async () => {
  const { child, says } = await startApart();
  expect(says).toBe('started');
  const pid = await pidOfServer();
  await kill(child);
  const { connection, adopted, stop } = await startEmbeddedPostgres({ dataDir, fsync: false });
  expect(adopted).toBe(true);
  expect(await pidOfServer()).toBe(pid);
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stop();
  expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
});

test('a server killed together with its Warder recovers, and loses nothing that was committed', async () => {
  const { connection, ended } = await startEmbeddedPostgres({ dataDir });
  await query(connection, 'create table kept as select 7 as number');
  process.kill(await pidOfServer(), 'SIGKILL');
  await ended;
  const again = await start();
  expect(again.adopted).toBe(false);
  expect(await query(again.connection, 'select number from kept')).toEqual([{ number: 7 }]);
});

test('a lock file whose pid is another program’s by now is no obstacle', async () => {
  const cluster = join(dataDir, 'postgres');
  const { uid, gid } = await stat(cluster);
  const another = spawn('sleep', ['600'], { uid, gid });
  try {
    await writeFile(join(cluster, 'postmaster.pid'), `${another.pid}\n${cluster}\n1\n5432\n${join(dataDir, 'run')}\n\n0 0\nready\n`);
    await chown(join(cluster, 'postmaster.pid'), uid, gid);
    expect((await start()).adopted).toBe(false);
  } finally {
    another.kill();
  }
});

test('a Warder that was killed while it laid out the database leaves nothing that stands in the way', async () => {
  dataDir = join(directory, 'new');
  const child = spawn(process.execPath, [holder, dataDir], { stdio: 'ignore' });
  children.push(child);
  await expect.poll(() => readdir(dataDir).catch(() => []), { interval: 5 }).toContainEqual(expect.stringContaining('postgres-making-'));
  await kill(child);
  const { connection } = await start();
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a second Warder is refused in one sentence, and the first goes on', async () => {
  const { connection } = await start();
  const { child, says } = await startApart();
  expect(says).toBe(`refused: Another Warder is using the data directory ${dataDir}; stop it first, or set WARDER_DATA_DIR to another directory.`);
  await once(child, 'exit').catch(() => {});
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a Warder that is just stopping is waited for', async () => {
  const first = await startEmbeddedPostgres({ dataDir, fsync: false });
  const [second] = await Promise.all([start(), first.stop()]);
  expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('of four first starts at once, exactly one has the database', async () => {
  dataDir = join(directory, 'new');
  const starts = await Promise.all(Array.from({ length: 4 }, startApart));
  const says = starts.map((started) => started.says.split(' ')[0]).sort();
  expect(says.filter((word) => word === 'refused:')).toHaveLength(3);
  expect(starts.filter(({ says: said }) => !/^(started|adopted|refused: Another Warder is using)/.test(said))).toEqual([]);
  const connection = await findEmbeddedPostgres(dataDir);
  expect(await query(connection ?? {}, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('the end of the server is told', async () => {
  const { lines } = await startApart();
  process.kill(await pidOfServer(), 'SIGKILL');
  expect((await lines.next()).value).toBe('ended');
});

test('the lock outlives a crash that the server recovers from', async () => {
  const { connection } = await start();
  const admin = { ...connection, user: 'postgres', database: 'postgres' };
  await query(admin, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'warder-lock'");
  await expect.poll(() => query(admin, "select 1 from pg_locks where locktype = 'advisory'")).toHaveLength(1);
  expect((await startApart()).says).toMatch(/^refused: Another Warder/);
});

test('the signals of a terminal do not reach the server', async () => {
  await start();
  const group = (await readFile(`/proc/${await pidOfServer()}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')[2];
  expect(Number(group)).toBe(await pidOfServer());
});

test('a path of 200 characters is not too long', async () => {
  const long = join(directory, 'd'.repeat(100), 'e'.repeat(100));
  const { connection } = await start(long);
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await rm(String(connection.host), { recursive: true, force: true });
});

test('spaces, quotes and letters of every script may be in the path', async () => {
  const { connection } = await start(join(directory, `it's "数据" 데이터`));
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a directory that holds something else is refused, and nothing in it is touched', async () => {
  dataDir = join(directory, 'foreign');
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'letter.txt'), 'dear');
  await expect(start()).rejects.toThrow(/holds files that are not Warder's/);
  expect(await readdir(dataDir)).toEqual(['letter.txt']);
});

test('an empty volume with its lost+found is accepted', async () => {
  dataDir = join(directory, 'volume');
  await mkdir(join(dataDir, 'lost+found'), { recursive: true });
  expect((await start()).adopted).toBe(false);
});

test.each([
  [
    'a file',
    async () => {
      dataDir = join(directory, 'file');
      await writeFile(dataDir, '');
    },
  ],
  [
    'inside a file',
    async () => {
      await writeFile(join(directory, 'file'), '');
      dataDir = join(directory, 'file/data');
    },
  ],
  [
    'inside /proc',
    async () => {
      dataDir = '/proc/warder';
    },
  ],
])('a data directory that is %s is refused in one sentence', async (_, prepare) => {
  await prepare();
  await expect(start()).rejects.toThrow(StartError);
});

test.skipIf(isRoot)('a directory that may not be written is refused in one sentence', async () => {
  await chmod(dataDir, 0o500);
  await expect(start()).rejects.toThrow(/may not be written by this user/);
});

test.each([
  ['garbage', '\u0000\u0007', /PG_VERSION holds no version; restore the data directory from a backup/],
  ['empty', '', /PG_VERSION holds no version; restore/],
  ['of another version', '17\n', /is of PostgreSQL 17, and this Warder brings 18/],
  ['gone', null, /PG_VERSION is missing; restore/],
])('a database whose version is %s is refused, and nothing is written over it', async (_, version, sentence) => {
  const file = join(dataDir, 'postgres/PG_VERSION');
  await (version === null ? rm(file) : writeFile(file, version));
  await expect(start()).rejects.toThrow(sentence);
  await writeFile(file, '18\n');
  expect((await start()).adopted).toBe(false);
});

test('a database that is damaged inside is refused with what PostgreSQL says', async () => {
  await writeFile(join(dataDir, 'postgres/global/pg_control'), 'damaged');
  await expect(start()).rejects.toThrow(/does not start \(PostgreSQL says: .*pg_control/);
});

test.runIf(isRoot)('root hands the database to an unprivileged user, even in a directory that only root may enter', async () => {
  await chown(directory, 0, 0);
  await chmod(directory, 0o700);
  const { connection } = await start();
  const status = await readFile(`/proc/${await pidOfServer()}/status`, 'utf8');
  expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).not.toBe('0');
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});
