import { openInstallation, openStack, type Opened } from '../installation.ts';
import { readConfig, type Config } from '../kernel/config.ts';
import { openLog } from '../kernel/log.ts';
import { StartProblem, terminalLanguage } from '../kernel/start-problem.ts';
import { serve } from '../serve.ts';
import { runBackup } from './backup.ts';
import { usage } from './cli-words.data.ts';
import { runDoctor } from './doctor.ts';
import { runRestore } from './restore.ts';
import { runSetup } from './setup.ts';
import { runUser } from './user.ts';

const language = terminalLanguage(process.env);
const write = (text: string): void => void process.stdout.write(text);

/** For commands that need the application; beside a running server, or on a database started for the moment. */
async function withApp(config: Config, work: (opened: Opened) => Promise<number>): Promise<number> {
  const log = openLog('error');
  const stack = openStack(log);
  try {
    return await work(await openInstallation(config, { log, stack, beside: true }));
  } finally {
    await stack.stopAll();
  }
}

async function run([command = 'help', ...args]: string[]): Promise<number | null> {
  if (command === 'serve') {
    await serve(process.env);
    return null;
  }
  if (command === 'help' || command === '--help' || command === '-h') {
    write(`${usage[language]}\n`);
    return 0;
  }
  const config = readConfig(process.env);
  const parts = { config, language, write };
  switch (command) {
    case 'backup':
      return runBackup(parts, args);
    case 'restore':
      return runRestore(parts, args);
    case 'doctor':
      return runDoctor(parts);
    case 'migrate':
      return withApp(config, async () => 0);
    case 'setup':
      return withApp(config, ({ app }) => runSetup(app, config, { args, write }));
    case 'user':
      return withApp(config, ({ app, db }) =>
        runUser({ db, executor: app.executor, language, write }, args),
      );
    default:
      process.stderr.write(`${usage[language]}\n`);
      return 2;
  }
}

try {
  const code = await run(process.argv.slice(2));
  if (code !== null) {
    process.exit(code);
  }
} catch (error) {
  const text =
    error instanceof StartProblem
      ? error.sentence[language]
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
