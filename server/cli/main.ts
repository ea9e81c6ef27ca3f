import { openInstallation, type Opened } from '../installation.ts';
import { readConfig, type Config } from '../kernel/config.ts';
import { openLog } from '../kernel/log.ts';
import { StartProblem, terminalLanguage } from '../kernel/start-problem.ts';
import { serve } from '../serve.ts';
import { openStack } from '../stack.ts';
import { runBackup, type CommandParts as Parts } from './backup.ts';
import { usage } from './cli-words.data.ts';
import { runDemoCommand } from './demo.ts';
import { runDoctor } from './doctor.ts';
import { mailChecks } from './doctor/mail-checks.ts';
import { noticeChecks } from './doctor/notice-checks.ts';
import { ruleChecks } from './doctor/rule-checks.ts';
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

const commands: Record<string, (args: string[], parts: Parts) => Promise<number>> = {
  backup: (args, parts) => runBackup(parts, args),
  restore: (args, parts) => runRestore(parts, args),
  doctor: (_args, parts) => runDoctor(parts, [...mailChecks, ...ruleChecks, ...noticeChecks]),
  migrate: (_args, { config }) => withApp(config, async () => 0),
  setup: (args, { config }) => withApp(config, ({ app }) => runSetup(app, config, { args, write })),
  demo: (args, { config }) =>
    withApp(config, ({ app, db }) =>
      runDemoCommand({ db, executor: app.executor, demo: app.demo, language, write }, args),
    ),
  user: (args, { config }) =>
    withApp(config, ({ app, db }) =>
      runUser({ db, executor: app.executor, language, write }, args),
    ),
};

/** Null: it goes on until it is stopped. */
async function run([name = 'help', ...args]: string[]): Promise<number | null> {
  if (name === 'serve') {
    await serve(process.env);
    return null;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) {
    return command(args, { config: readConfig(process.env), language, write });
  }
  const asked = ['help', '--help', '-h'].includes(name);
  (asked ? process.stdout : process.stderr).write(`${usage[language]}\n`);
  return asked ? 0 : 2;
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
