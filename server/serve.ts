import type { AddressInfo } from 'node:net';
import { setUpUnattended } from './cli/setup.ts';
import type { App } from './app.ts';
import { openInstallation } from './installation.ts';
import { publicUrl, readConfig, type Config, type Environment } from './kernel/config.ts';
import { openControl } from './kernel/control.ts';
import { openLog, type Log } from './kernel/log.ts';
import { openMetrics } from './kernel/metrics.ts';
import { StartProblem, terminalLanguage } from './kernel/start-problem.ts';
import { beginWhereNone } from './modules/demo/public.ts';
import { openStack, type Stack } from './stack.ts';
import { serveConsole, serveDocs, serveEmbed, serveHealth } from './web-extras.ts';

/** Starts what the configuration names, in order, and stops it in reverse. */
export async function serve(env: Environment): Promise<void> {
  const config = readConfig(env);
  const log = openLog(config.logLevel);
  const stack = openStack(log);
  let ending: Promise<void> | null = null;
  const end = () => {
    ending ??= stack.stopAll().then((hung) => {
      tellHung(hung, env);
      process.exit(hung.length > 0 ? 1 : 0);
    });
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  try {
    const address = await start(config, { log, stack });
    const control = await openControl({
      dataDir: config.dataDir,
      onPause: () => pause(stack),
      onResume: () => resume(config, { log, stack }),
    });
    process.on('exit', () => void control.close());
    announce(address, env);
  } catch (error) {
    await stack.stopAll();
    throw error;
  }
}

/** Nobody may exchange files under something that still runs: whoever watches over the process starts it anew. */
async function pause(stack: Stack): Promise<void> {
  const hung = await stack.stopAll();
  if (hung.length > 0) {
    setTimeout(() => process.exit(1), 100);
    throw new Error(`did not stop in time: ${hung.join(', ')}`);
  }
}

function tellHung(hung: readonly string[], env: Environment): void {
  if (hung.length > 0) {
    const what = hung.join(', ');
    const words = {
      en: `Otklik was ended by force: ${what} did not stop in time. Nothing that was confirmed is lost.`,
      ru: `Отклик завершён принудительно: не остановилось вовремя: ${what}. Ничего из подтверждённого не потеряно.`,
    };
    process.stderr.write(`${words[terminalLanguage(env)]}\n`);
  }
}

/** What cannot be started again must not stay half alive: whoever watches over the process starts it anew. */
async function resume(config: Config, starting: Starting): Promise<void> {
  try {
    await start(config, starting);
  } catch (err) {
    starting.log.fatal({ err }, 'starting again after a restore');
    setTimeout(() => process.exit(1), 100);
    throw err;
  }
}

type Starting = { readonly log: Log; readonly stack: Stack };

async function start(config: Config, { log, stack }: Starting): Promise<string | null> {
  const { app, db } = await openInstallation(config, { log, stack, beside: false });
  await setUpUnattended(app, config);
  if (config.demo) {
    await beginWhereNone({ db, executor: app.executor }, log);
  }
  let address: string | null = null;
  if (config.roles.has('web')) {
    address = await startWeb(app, config, stack);
  }
  if (config.roles.has('worker')) {
    const worker = await app.startWorker();
    stack.add('worker', () => worker.stop());
  }
  if (config.roles.has('channels')) {
    const { port } = config.smtp;
    const channels = await onPort(port, 'OTKLIK_SMTP_PORT', () => app.startChannels());
    stack.add('channels', () => channels.stop());
  }
  return address;
}

async function startWeb(app: App, config: Config, stack: Stack): Promise<string> {
  const metrics = openMetrics(() => app.watching());
  const server = await app.openWeb({ trustProxy: config.trustProxy, metrics });
  stack.add('web', () => server.close());
  serveHealth(server, { app, metrics });
  serveDocs(server, app);
  await serveEmbed(server);
  await serveConsole(server);
  await onPort(config.port, 'OTKLIK_PORT', () =>
    server.listen({ host: config.host, port: config.port }),
  );
  return publicUrl(config, (server.server.address() as AddressInfo).port);
}

/** A taken or forbidden port in one sentence. */
async function onPort<T>(port: number, variable: string, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new StartProblem(
        'port.taken',
        {
          en: `Port ${port} is taken by another program: stop it, or choose another port with ${variable}=${port + 1}.`,
          ru: `Порт ${port} занят другой программой: остановите её или выберите другой порт: ${variable}=${port + 1}.`,
        },
        error,
      );
    }
    if (code === 'EACCES') {
      throw new StartProblem(
        'port.forbidden',
        {
          en: `This user may not listen on port ${port}: choose one above 1023 with ${variable}.`,
          ru: `Этому пользователю нельзя занять порт ${port}: выберите порт больше 1023 в ${variable}.`,
        },
        error,
      );
    }
    throw error;
  }
}

/** `address` null: this process works behind the ones that people open. */
function announce(address: string | null, env: Environment): void {
  const place = address === null ? '.' : `: ${address}`;
  const words = {
    en: `Otklik is ready${place}\nPress Ctrl-C to stop it.`,
    ru: `Отклик готов к работе${place}\nОстановить: Ctrl-C.`,
  };
  process.stdout.write(`${words[terminalLanguage(env)]}\n`);
}
