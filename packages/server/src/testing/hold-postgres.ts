/** A process of its own that starts the embedded database, says so, and holds it until it is stopped: for tests that kill one. */
import { startEmbeddedPostgres } from '../db/embedded/index.ts';

const [dataDir = ''] = process.argv.slice(2);

try {
  const { adopted, ended, stop } = await startEmbeddedPostgres({ dataDir, fsync: false });
  process.stdout.write(adopted ? 'adopted\n' : 'started\n');
  process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
  void ended.then(() => process.stdout.write('ended\n'));
} catch (error) {
  process.stdout.write(`refused: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
