import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { createHostClient, importNetworkList, listHostClients, listNetworkLists, removeNetworkList, revokeHostClient } from '../admin/index.ts';
import { findBrokenLink, listChain } from '../audit/index.ts';
import type { Config } from '../config/index.ts';
import { systemClock } from '../kernel/clock.ts';
import { type AccountId, type NotificationId, systemRandom } from '../kernel/ids.ts';
import { StartError } from '../kernel/start-error.ts';
import { listDeadLetters, reviveDeadLetter } from '../notifications/index.ts';
import { withDatabase } from './with-database.ts';

const deadLettersShown = 200;
const print = (line: string) => void process.stdout.write(`${line}\n`);
const table = (rows: readonly (readonly string[])[]) => rows.forEach((row) => print(row.join('\t')));

function parseDate(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('Write a date such as 2026-11-20 or 2026-11-20T12:00:00Z.');
  return at;
}

function addClients(admin: Command, config: () => Config): void {
  admin
    .command('create-client <name>')
    .description('make a credential by which a host asks whether a session is good (RFC 7662); the secret is shown once')
    .action((name: string) =>
      withDatabase(config(), async (db) => {
        const { id, secret } = await createHostClient(db, systemRandom, name, systemClock.now());
        table([
          ['client_id', id],
          ['client_secret', secret],
        ]);
      }),
    );
  admin
    .command('list-clients')
    .description('the credentials that hosts have')
    .action(() =>
      withDatabase(config(), async (db) => {
        const clients = await listHostClients(db);
        table(
          clients.map(({ id, name, created_at, revoked_at }) => [
            id,
            name,
            created_at.toISOString(),
            revoked_at ? `revoked ${revoked_at.toISOString()}` : 'good',
          ]),
        );
      }),
    );
  admin
    .command('revoke-client <client_id>')
    .description('refuse a credential from now on')
    .action((id: string) =>
      withDatabase(config(), async (db) => {
        if (!(await revokeHostClient(db, id, systemClock.now())))
          throw new StartError(`There is no good credential ${id}; see "warder admin list-clients".`);
        print(`${id} is refused from now on.`);
      }),
    );
}

interface ImportOptions {
  name: string;
  kind: 'tor' | 'vpn' | 'proxy' | 'hosting';
  source: string;
  asOf: Date;
}

function addNetworkLists(admin: Command, config: () => Config): void {
  admin
    .command('import-network-list <file>')
    .description(
      'take in a list of networks (one address or CIDR a line) that are Tor exits, VPNs, proxies or hosting; replaces the list of that name',
    )
    .requiredOption('--name <name>', 'what to call the list, such as tor-exits')
    .addOption(new Option('--kind <kind>', 'what its networks are').choices(['tor', 'vpn', 'proxy', 'hosting']).makeOptionMandatory())
    .requiredOption('--source <text>', 'where it comes from, as the holder is told')
    .requiredOption('--as-of <date>', 'how old its knowledge is', parseDate)
    .action((file: string, options: ImportOptions) =>
      withDatabase(config(), async (db) => {
        const text = await readFile(file, 'utf8').catch((error: Error) => {
          throw new StartError(`The file ${file} cannot be read: ${error.message}`);
        });
        const { networks, rejected, rejectedCount } = await importNetworkList(db, { ...options, text }, systemClock.now());
        for (const { line, text: shown } of rejected) print(`line ${line} is no network: ${shown}`);
        if (networks.length === 0) throw new StartError(`The file ${file} holds no network; nothing was imported.`);
        print(`Networks imported as ${options.name}: ${networks.length}. Lines that were not understood: ${rejectedCount}.`);
      }),
    );
  admin
    .command('list-network-lists')
    .description('the lists that were imported')
    .action(() =>
      withDatabase(config(), async (db) => {
        table((await listNetworkLists(db)).map(({ name, kind, source, as_of }) => [name, kind, as_of.toISOString(), source]));
      }),
    );
  admin
    .command('remove-network-list <name>')
    .description('forget a list')
    .action((name: string) =>
      withDatabase(config(), async (db) => {
        if (!(await removeNetworkList(db, name))) throw new StartError(`There is no list ${name}; see "warder admin list-network-lists".`);
        print(`${name} is forgotten.`);
      }),
    );
}

function addNotifications(admin: Command, config: () => Config): void {
  admin
    .command('dead-letters')
    .description('notifications that were given up after the last attempt, newest first')
    .action(() =>
      withDatabase(config(), async (db) => {
        const letters = await listDeadLetters(db, deadLettersShown);
        table(
          letters.map(({ accountId, id, kind, deadAt, attempts, lastError }) => [
            accountId,
            id,
            kind,
            deadAt.toISOString(),
            `${attempts} attempts`,
            lastError ?? '',
          ]),
        );
        if (letters.length === 0) print('No dead letters.');
      }),
    );
  admin
    .command('retry-dead-letter <account_id> <notification_id>')
    .description('give a dead letter its attempts back; a running Warder sends it within a minute')
    .action((accountId: string, id: string) =>
      withDatabase(config(), async (db) => {
        if (!(await reviveDeadLetter(db, accountId as AccountId, id as NotificationId)))
          throw new StartError(`There is no dead letter ${id} of ${accountId}; see "warder admin dead-letters".`);
        print(`${id} is waiting to be sent again.`);
      }),
    );
}

function addLog(admin: Command, config: () => Config): void {
  admin
    .command('verify-log <account_id>')
    .description("check the hash chain of an account's security events")
    .action((accountId: string) =>
      withDatabase(config(), async (db) => {
        const links: Awaited<ReturnType<typeof listChain>> = [];
        for (
          let page = await listChain(db, accountId as AccountId);
          page.length > 0;
          page = await listChain(db, accountId as AccountId, page.at(-1)?.seq)
        )
          links.push(...page);
        const broken = findBrokenLink(links);
        if (broken !== null)
          throw new StartError(`The log of ${accountId} is broken at event ${broken}: something was changed or taken out before it.`);
        print(`The log of ${accountId} holds: ${links.length} events.`);
      }),
    );
}

/** What the operator does from the command line, beside a Warder that runs or without one. */
export function addAdminCommands(program: Command, config: () => Config): void {
  const admin = program.command('admin').description('what the operator does');
  addClients(admin, config);
  addNetworkLists(admin, config);
  addNotifications(admin, config);
  addLog(admin, config);
}
