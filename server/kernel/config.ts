import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';
import { StartProblem } from './start-problem.ts';

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
  smtp: { host: string; port: number };
  /** Absolute path. */
  dataDir: string;
  /** Both null: the embedded database of the data folder. */
  databaseUrl: string | null;
  databaseReadUrl: string | null;
  setup: SetupAnswers | null;
  demo: boolean;
  roles: ReadonlySet<Role>;
  logLevel: LogLevel;
  /** As Fastify takes it: false, true, a number of hops, or addresses and networks. */
  trustProxy: boolean | number | string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

const yes = new Set(['1', 'true', 'yes', 'on']);
const no = new Set(['0', 'false', 'no', 'off']);

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);
const host = z.string().regex(/^[\p{L}\p{N}.:_-]+$/u);
const flag = z
  .string()
  .toLowerCase()
  .refine((value) => yes.has(value) || no.has(value))
  .transform((value) => yes.has(value));
const address = z
  .url({ protocol: /^https?$/ })
  .refine((value) => !/[?#]/.test(value))
  .transform((value) => value.replace(/\/+$/, ''));
const databaseAddress = z.string().regex(/^postgres(ql)?:\/\/./);
const roleList = z
  .string()
  .transform((value) => value.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(roles)).min(1))
  .transform((list): ReadonlySet<Role> => new Set(list));

const network = z.string().refine((value) => {
  const [ip = '', bits, ...rest] = value.split('/');
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) {
    return false;
  }
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
});
const trustProxy = z.union([
  z
    .string()
    .regex(/^[2-9]$/)
    .transform(Number),
  flag,
  z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .pipe(z.array(network).min(1)),
]);

const portSentence = { en: 'a port number from 0 to 65535', ru: 'номер порта от 0 до 65535' };
const hostSentence = {
  en: 'a host name or an IP address',
  ru: 'имя узла или IP-адрес',
};
const databaseSentence = {
  en: 'an address like postgres://user:password@host:5432/database',
  ru: 'адрес вида postgres://user:password@host:5432/database',
};
const flagSentence = { en: '1 or 0', ru: '1 или 0' };

/** Reads and checks one variable; an empty value counts as unset. Values are never shown back: they may be secrets. */
class Reader {
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  get<T, F>(
    name: string,
    schema: z.ZodType<T>,
    expected: { en: string; ru: string },
    unset: F,
  ): T | F {
    const raw = this.#env[name]?.trim();
    if (raw === undefined || raw === '') {
      return unset;
    }
    const parsed = schema.safeParse(raw);
    if (parsed.success) {
      return parsed.data;
    }
    throw new StartProblem('config.invalid', {
      en: `The environment variable ${name} must be ${expected.en}: correct it or unset it, then start again.`,
      ru: `Переменная окружения ${name} должна содержать ${expected.ru}: исправьте или уберите её и запустите снова.`,
    });
  }
}

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
  return { workspace: workspace ?? 'Otklik', email, password, locale: locale ?? 'en' };
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
    },
    dataDir: resolve(env['OTKLIK_DATA_DIR']?.trim() || './data'),
    databaseUrl: reader.get('DATABASE_URL', databaseAddress, databaseSentence, null),
    databaseReadUrl: reader.get('DATABASE_READ_URL', databaseAddress, databaseSentence, null),
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
