import { resolve } from 'node:path';
import * as z from 'zod';
import {
  address,
  databaseAddress,
  databaseSentence,
  flag,
  flagSentence,
  host,
  hostSentence,
  port,
  portSentence,
  Reader,
  trustProxy,
  type Environment,
} from './config-values.ts';
import { StartProblem } from './start-problem.ts';

export type { Environment } from './config-values.ts';

export const roles = ['web', 'worker', 'channels'] as const;
export type Role = (typeof roles)[number];

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface SetupAnswers {
  workspace: string;
  email: string;
  password: string;
  locale: 'ru' | 'en';
}

export interface Config {
  host: string;
  /** 0 takes any free port: the address printed at start is then the only source of it. */
  port: number;
  /** Public address without a slash at the end, null when OTKLIK_URL is not set. */
  url: string | null;
  smtp: {
    host: string;
    port: number;
    /** Absolute paths of PEM files for STARTTLS. */
    certificate: { cert: string; key: string } | null;
  };
  /** Absolute path. */
  dataDir: string;
  /** Null: the embedded database of the data folder. */
  databaseUrl: string | null;
  setup: SetupAnswers | null;
  demo: boolean;
  roles: ReadonlySet<Role>;
  logLevel: LogLevel;
  /** As Fastify takes it: false, true, a number of hops, or addresses and networks. */
  trustProxy: boolean | number | string[];
  /** Webhooks may call addresses of our own network too. */
  privateWebhooks: boolean;
}

const roleList = z
  .string()
  .transform((value) => value.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(roles)).min(1))
  .transform((list): ReadonlySet<Role> => new Set(list));

function readSetup(reader: Reader): SetupAnswers | null {
  const name = z.string().min(1).max(200);
  const text = { en: 'a text of 1 to 200 characters', ru: 'текст от 1 до 200 знаков' };
  const workspace = reader.get('OTKLIK_SETUP_WORKSPACE', name, text, undefined);
  const email = reader.get(
    'OTKLIK_SETUP_EMAIL',
    z.email(),
    {
      en: 'an e-mail address',
      ru: 'адрес электронной почты',
    },
    undefined,
  );
  const password = reader.get(
    'OTKLIK_SETUP_PASSWORD',
    z.string().min(8).max(200),
    {
      en: 'a password of 8 to 200 characters',
      ru: 'пароль от 8 до 200 знаков',
    },
    undefined,
  );
  const locale = reader.get(
    'OTKLIK_SETUP_LOCALE',
    z.enum(['ru', 'en']),
    {
      en: 'ru or en',
      ru: 'ru или en',
    },
    undefined,
  );
  if (workspace === undefined && email === undefined && password === undefined) {
    return null;
  }
  if (email === undefined || password === undefined) {
    const missing = email === undefined ? 'OTKLIK_SETUP_EMAIL' : 'OTKLIK_SETUP_PASSWORD';
    throw new StartProblem('config.setup-incomplete', {
      en: `An unattended first run needs ${missing} too: set it, or unset the other OTKLIK_SETUP_ variables.`,
      ru: `Для первого запуска без вопросов нужна и переменная ${missing}: задайте её или уберите остальные OTKLIK_SETUP_.`,
    });
  }
  return {
    workspace: workspace ?? (locale === 'ru' ? 'Отклик' : 'Otklik'),
    email,
    password,
    locale: locale ?? 'en',
  };
}

function readCertificatePaths(reader: Reader): Config['smtp']['certificate'] {
  const path = z.string().transform((value) => resolve(value));
  const sentence = { en: 'the path of a PEM file', ru: 'путь к файлу PEM' };
  const cert = reader.get('OTKLIK_SMTP_CERT', path, sentence, null);
  const key = reader.get('OTKLIK_SMTP_KEY', path, sentence, null);
  if (cert !== null && key !== null) {
    return { cert, key };
  }
  if (cert === null && key === null) {
    return null;
  }
  const missing = cert === null ? 'OTKLIK_SMTP_CERT' : 'OTKLIK_SMTP_KEY';
  throw new StartProblem('config.certificate-incomplete', {
    en: `STARTTLS for incoming mail needs ${missing} too: set it, or unset the other one.`,
    ru: `Для STARTTLS на приёме почты нужна и переменная ${missing}: задайте её или уберите вторую.`,
  });
}

/**
 * Reads the environment into a checked configuration.
 * @throws StartProblem with one sentence that names the wrong variable.
 */
export function readConfig(env: Environment): Config {
  const reader = new Reader(env);
  return {
    host: reader.get('OTKLIK_HOST', host, hostSentence, '127.0.0.1'),
    port: reader.get('OTKLIK_PORT', port, portSentence, 3000),
    url: reader.get(
      'OTKLIK_URL',
      address,
      {
        en: 'an address like https://desk.example.org',
        ru: 'адрес вида https://desk.example.org',
      },
      null,
    ),
    smtp: {
      host: reader.get('OTKLIK_SMTP_HOST', host, hostSentence, '127.0.0.1'),
      port: reader.get('OTKLIK_SMTP_PORT', port, portSentence, 2525),
      certificate: readCertificatePaths(reader),
    },
    dataDir: resolve(env['OTKLIK_DATA_DIR']?.trim() || './data'),
    databaseUrl: reader.get('DATABASE_URL', databaseAddress, databaseSentence, null),
    setup: readSetup(reader),
    demo: reader.get('OTKLIK_DEMO', flag, flagSentence, false),
    roles: reader.get(
      'OTKLIK_ROLES',
      roleList,
      {
        en: `a list of roles out of ${roles.join(', ')}, divided by commas`,
        ru: `список ролей из ${roles.join(', ')} через запятую`,
      },
      new Set(roles),
    ),
    logLevel: reader.get(
      'OTKLIK_LOG_LEVEL',
      z.enum(logLevels),
      {
        en: `one of ${logLevels.join(', ')}`,
        ru: `одно из ${logLevels.join(', ')}`,
      },
      'info',
    ),
    trustProxy: reader.get(
      'OTKLIK_TRUST_PROXY',
      trustProxy,
      {
        en: '1, 0, a number of proxies from 2 to 9, or IP addresses and networks divided by commas',
        ru: '1, 0, число прокси от 2 до 9 или IP-адреса и сети через запятую',
      },
      false,
    ),
    privateWebhooks: reader.get('OTKLIK_PRIVATE_WEBHOOKS', flag, flagSentence, false),
  };
}

/** The address people are told: OTKLIK_URL, else the one listened on (`port` as really taken). */
export function publicUrl(config: Config, takenPort: number = config.port): string {
  if (config.url !== null) {
    return config.url;
  }
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const name = everywhere ? 'localhost' : config.host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${takenPort}`;
}
