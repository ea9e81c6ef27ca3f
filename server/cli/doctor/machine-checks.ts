import { constants } from 'node:fs';
import { access, readFile, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { publicUrl } from '../../kernel/config.ts';
import { folderHolder } from '../../kernel/embedded-database/folder-lock.ts';
import { listenProblem } from '../../kernel/system-problems.ts';
import { StartProblem } from '../../kernel/start-problem.ts';
import { bad, ok, warn } from './check.ts';
import { certificateCheck } from './certificate-check.ts';
import type { DoctorCheck, DoctorContext, Finding } from './check.ts';

const oldestNode = 24;
const gigabyte = 1_000_000_000;
const answerMs = 3000;

const node: DoctorCheck = {
  name: { en: 'Node.js', ru: 'Node.js' },
  look: async () => {
    const major = Number(process.versions.node.split('.')[0]);
    return [
      major >= oldestNode
        ? ok(process.version, process.version)
        : bad(
            `${process.version} is too old: start by "npm start", which brings Node.js ${oldestNode}`,
            `${process.version} слишком старый: запускайте через «npm start», он принесёт Node.js ${oldestNode}`,
          ),
    ];
  },
};

const folder: DoctorCheck = {
  name: { en: 'Data folder', ru: 'Папка данных' },
  async look({ config: { dataDir } }) {
    const found = await stat(dataDir).catch(() => null);
    if (found === null) {
      return [
        warn(
          `${dataDir} does not exist yet: the first start makes it`,
          `${dataDir} ещё нет: её создаст первый запуск`,
        ),
      ];
    }
    const findings: Finding[] = [];
    const writable = await access(dataDir, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    findings.push(
      writable
        ? ok(dataDir, dataDir)
        : bad(
            `${dataDir} cannot be written by this user: change its owner or rights`,
            `В ${dataDir} нельзя писать этому пользователю: смените владельца или права`,
          ),
    );
    if ((found.mode & 0o044) !== 0) {
      findings.push(
        warn(
          `others of this machine may list ${dataDir}: chmod go-rw ${dataDir}`,
          `Другие пользователи машины видят содержимое ${dataDir}: chmod go-rw ${dataDir}`,
        ),
      );
    }
    return findings;
  },
};

const running: DoctorCheck = {
  name: { en: 'Otklik', ru: 'Отклик' },
  async look({ config: { dataDir } }) {
    const pid = folderHolder(dataDir);
    return [
      pid === null || pid === process.pid
        ? ok('not running on this data folder', 'с этой папкой данных не запущен')
        : ok(`running as process ${pid}`, `работает, процесс ${pid}`),
    ];
  },
};

const disk: DoctorCheck = {
  name: { en: 'Disk space', ru: 'Место на диске' },
  async look({ config: { dataDir } }) {
    const space = await statfs(dataDir).catch(() => null);
    if (space === null) {
      return [];
    }
    const free = space.bavail * space.bsize;
    const share = Math.round((space.bavail / Math.max(space.blocks, 1)) * 100);
    const en = `${(free / gigabyte).toFixed(1)} GB free (${share} %)`;
    const ru = `свободно ${(free / gigabyte).toFixed(1)} ГБ (${share} %)`;
    if (free < gigabyte) {
      return [
        bad(
          `${en}: free some now, letters are refused when it is full`,
          `${ru}: освободите место сейчас, на полном диске письма не принимаются`,
        ),
      ];
    }
    return [
      free < 5 * gigabyte ? warn(`${en}: plan for more`, `${ru}: пора добавить`) : ok(en, ru),
    ];
  },
};

const keys: DoctorCheck = {
  name: { en: 'Keys', ru: 'Ключи' },
  async look({ config }) {
    const names = ['keys/otklik.key', ...(config.databaseUrl === null ? ['database.json'] : [])];
    const findings = await Promise.all(
      names.map((name) => lookAtKey(join(config.dataDir, name), name)),
    );
    return findings;
  },
};

async function lookAtKey(path: string, name: string): Promise<Finding> {
  const found = await stat(path).catch(() => null);
  if (found === null) {
    return warn(
      `${name} is not there yet: the first start makes it`,
      `${name} ещё нет: его создаст первый запуск`,
    );
  }
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) {
    return bad(
      `${name} cannot be read by this user: change its owner`,
      `${name} не может прочесть этот пользователь: смените владельца`,
    );
  }
  return (found.mode & 0o077) === 0
    ? ok(name, name)
    : bad(
        `${name} can be read by others: chmod 600 ${path}`,
        `${name} могут читать другие: chmod 600 ${path}`,
      );
}

const backupAge: DoctorCheck = {
  name: { en: 'Backup', ru: 'Резервная копия' },
  async look({ config: { dataDir } }) {
    const text = await readFile(join(dataDir, 'last-backup.json'), 'utf8').catch(() => null);
    const how = { en: 'npm run otklik -- backup FILE', ru: 'npm run otklik -- backup ФАЙЛ' };
    if (text === null) {
      return [warn(`none was made yet: ${how.en}`, `ещё не делалась: ${how.ru}`)];
    }
    const { at, path } = JSON.parse(text) as { at: string; path: string };
    const days = Math.floor((Date.now() - Date.parse(at)) / 86_400_000);
    return [
      days > 7
        ? warn(
            `the last one is ${days} days old (${path}): ${how.en}`,
            `последней ${days} дн. (${path}): ${how.ru}`,
          )
        : ok(`${at} (${path})`, `${at} (${path})`),
    ];
  },
};

const ports: DoctorCheck = {
  name: { en: 'Ports', ru: 'Порты' },
  async look({ config }) {
    const pid = folderHolder(config.dataDir);
    if (pid !== null && pid !== process.pid) {
      return [await lookAtHealth(config)];
    }
    const web = { variable: 'OTKLIK_PORT', host: config.host, port: config.port };
    const smtp = { variable: 'OTKLIK_SMTP_PORT', ...config.smtp };
    return Promise.all([web, smtp].map(lookAtPort));
  },
};

async function lookAtHealth(config: DoctorContext['config']): Promise<Finding> {
  const own = publicUrl({ ...config, url: null });
  const response = await fetch(`${own}/health/ready`, {
    signal: AbortSignal.timeout(answerMs),
  }).catch(() => null);
  return response?.ok === true
    ? ok(`${own} answers`, `${own} отвечает`)
    : bad(
        `${own} does not answer "ready" (${response?.status ?? 'no connection'}): look into the log, then start Otklik again`,
        `${own} не отвечает, что готов (${response?.status ?? 'нет соединения'}): посмотрите журнал и перезапустите Отклик`,
      );
}

async function lookAtPort(listener: {
  variable: string;
  host: string;
  port: number;
}): Promise<Finding> {
  const { variable, host, port } = listener;
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    return ok(`${host}:${port} (${variable}) is free`, `${host}:${port} (${variable}) свободен`);
  } catch (error) {
    const problem = listenProblem(error, listener);
    const { en, ru } =
      problem instanceof StartProblem ? problem.sentence : { en: String(error), ru: String(error) };
    return bad(en, ru);
  } finally {
    server.close();
  }
}

export const machineChecks: readonly DoctorCheck[] = [
  node,
  folder,
  running,
  disk,
  keys,
  backupAge,
  ports,
  certificateCheck,
];
