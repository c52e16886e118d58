import { Command } from 'commander';
import { addAdminCommands } from './cli/admin-commands.ts';
import { withDatabase } from './cli/with-database.ts';
import { readConfig, settings } from './config/index.ts';
import { StartError } from './kernel/start-error.ts';
import { serve } from './serve.ts';

const config = () => readConfig(process.env);

function createProgram(): Command {
  const program = new Command('warder')
    .description('Account security beside an application: see every device, throw any one out, contain a takeover.')
    .showHelpAfterError('(see "warder help")')
    .addHelpText('after', '\nSettings come from the environment; "warder settings" lists them.');
  program
    .command('serve', { isDefault: true })
    .description('serve until stopped; brings the database to this version first')
    .action(async () => {
      process.exitCode = await serve(config());
    });
  program
    .command('migrate')
    .description('bring the database to this version, and stop')
    .action(() => withDatabase(config(), async () => void process.stdout.write('The database is up to date.\n')));
  program
    .command('settings')
    .description('list the settings: name, default, meaning')
    .action(() => {
      const width = Math.max(...settings.map(({ name }) => name.length));
      for (const { name, default: fallback, meaning } of settings) {
        process.stdout.write(`${name.padEnd(width)}  ${meaning}${fallback ? ` (default: ${fallback})` : ''}\n`);
      }
    });
  addAdminCommands(program, config);
  return program;
}

/** A mistake of the operator's is one sentence; a mistake of ours is everything that is known about it. */
function report(error: unknown): void {
  process.stderr.write(error instanceof StartError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

await createProgram().parseAsync().catch(report);
// What is left open by now (a pool's idle timer, a parent's channel) must not keep a finished command alive.
process.exit();
