import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { pendingMigrations } from '../../kernel/migrate.ts';
import { StartProblem } from '../../kernel/start-problem.ts';
import { bad, ok, warn } from './check.ts';
import type { DoctorCheck, Finding } from './check.ts';

const migrationsDir = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Checks that need the database; without it they say nothing, since the first check has said it. */
function ofDatabase(
  name: DoctorCheck['name'],
  look: (database: Client, url: string) => Promise<readonly Finding[]>,
): DoctorCheck {
  return {
    name,
    look: async ({ database, url }) =>
      database === null || url === null ? [] : look(database, url),
  };
}

async function rowsOf<Row extends object>(database: Client, sql: string): Promise<Row[]> {
  return (await database.query<Row>(sql)).rows;
}

const reachable: DoctorCheck = {
  name: { en: 'Database', ru: 'База данных' },
  async look({ database, config }) {
    if (database === null) {
      return config.databaseUrl === null
        ? [warn('there is none yet: the first start makes it', 'ещё нет: её создаст первый запуск')]
        : [
            bad(
              'DATABASE_URL cannot be reached: start that server, or correct the address',
              'DATABASE_URL недоступен: запустите тот сервер или исправьте адрес',
            ),
          ];
    }
    const [facts] = await rowsOf<{ version: string; size: string }>(
      database,
      `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`,
    );
    const kind =
      config.databaseUrl === null
        ? { en: 'embedded', ru: 'встроенная' }
        : { en: 'DATABASE_URL', ru: 'DATABASE_URL' };
    return [
      ok(
        `PostgreSQL ${facts?.version}, ${kind.en}, ${facts?.size}`,
        `PostgreSQL ${facts?.version}, ${kind.ru}, ${facts?.size}`,
      ),
    ];
  },
};

const migrations = ofDatabase({ en: 'Migrations', ru: 'Миграции' }, async (_database, url) => {
  try {
    const pending = await pendingMigrations(url, { dir: migrationsDir });
    const list = pending.join(', ');
    return pending.length === 0
      ? [ok('all applied', 'все применены')]
      : [
          warn(
            `to be applied at the next start: ${list}`,
            `будут применены при следующем запуске: ${list}`,
          ),
        ];
  } catch (error) {
    const { en, ru } =
      error instanceof StartProblem ? error.sentence : { en: String(error), ru: String(error) };
    return [bad(en, ru)];
  }
});

const role = ofDatabase({ en: 'Login', ru: 'Учётная запись' }, async (database) => {
  const [login] = await rowsOf<{ name: string; passes: boolean }>(
    database,
    `select rolname as name, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`,
  );
  return login?.passes === true
    ? [
        warn(
          `${login.name} may pass row-level security: use a login without SUPERUSER and BYPASSRLS in DATABASE_URL`,
          `${login.name} обходит защиту строк: укажите в DATABASE_URL учётную запись без SUPERUSER и BYPASSRLS`,
        ),
      ]
    : [
        ok(
          `${login?.name} is bound by row-level security`,
          `${login?.name} подчиняется защите строк`,
        ),
      ];
});

const rowSecurity = ofDatabase({ en: 'Row security', ru: 'Защита строк' }, async (database) => {
  const open = await rowsOf<{ name: string }>(
    database,
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and exists (select from pg_attribute a
                     where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
        and not (c.relrowsecurity and c.relforcerowsecurity)
      order by 1`,
  );
  const list = open.map(({ name }) => name).join(', ');
  return open.length === 0
    ? [ok('on for every table of a workspace', 'включена для всех таблиц рабочих пространств')]
    : [
        bad(
          `off for ${list}: restore a backup, or report this`,
          `выключена для ${list}: восстановите копию или сообщите об этом`,
        ),
      ];
});

const health = ofDatabase({ en: 'Tables', ru: 'Таблицы' }, async (database) => {
  const bloated = await rowsOf<{ name: string; dead: string }>(
    database,
    `select relname as name, n_dead_tup as dead from pg_stat_user_tables
      where n_dead_tup > 100000 and n_dead_tup > n_live_tup * 0.4 order by n_dead_tup desc limit 5`,
  );
  const invalid = await rowsOf<{ name: string }>(
    database,
    `select indexrelid::regclass::text as name from pg_index where not indisvalid`,
  );
  const [age] = await rowsOf<{ age: number }>(
    database,
    `select age(datfrozenxid) as age from pg_database where datname = current_database()`,
  );
  return [
    ...bloated.map(({ name, dead }) =>
      warn(
        `${name} holds ${dead} dead rows: run VACUUM ${name}`,
        `в ${name} ${dead} мёртвых строк: выполните VACUUM ${name}`,
      ),
    ),
    ...invalid.map(({ name }) =>
      bad(
        `the index ${name} is not valid: run REINDEX INDEX ${name}`,
        `индекс ${name} недействителен: выполните REINDEX INDEX ${name}`,
      ),
    ),
    ...((age?.age ?? 0) > 1_500_000_000
      ? [
          bad(
            'the database is close to its transaction limit: run VACUUM FREEZE',
            'база близка к пределу числа транзакций: выполните VACUUM FREEZE',
          ),
        ]
      : []),
    ...(bloated.length + invalid.length === 0 ? [ok('in good order', 'в порядке')] : []),
  ];
});

const connections = ofDatabase({ en: 'Connections', ru: 'Соединения' }, async (database) => {
  const [count] = await rowsOf<{ used: number; most: number; stuck: number }>(
    database,
    `select count(*)::int as used, current_setting('max_connections')::int as most,
            count(*) filter (where state = 'idle in transaction' and now() - state_change > interval '5 minutes')::int as stuck
       from pg_stat_activity where backend_type = 'client backend'`,
  );
  const { used = 0, most = 0, stuck = 0 } = count ?? {};
  const findings = [
    used > most * 0.8
      ? warn(
          `${used} of ${most}: raise max_connections or start fewer processes`,
          `${used} из ${most}: увеличьте max_connections или запускайте меньше процессов`,
        )
      : ok(`${used} of ${most}`, `${used} из ${most}`),
  ];
  return stuck === 0
    ? findings
    : [
        ...findings,
        warn(
          `${stuck} hold a transaction open for over 5 minutes`,
          `${stuck} держат транзакцию открытой дольше 5 минут`,
        ),
      ];
});

const clock = ofDatabase({ en: 'Clock', ru: 'Часы' }, async (database) => {
  const from = Date.now();
  const [row] = await rowsOf<{ now: Date }>(database, 'select clock_timestamp() as now');
  const middle = (from + Date.now()) / 2;
  const skewMs = Math.abs((row?.now.getTime() ?? middle) - middle);
  const seconds = (skewMs / 1000).toFixed(1);
  if (skewMs < 2000) {
    return [ok('agrees with the database', 'совпадают с базой данных')];
  }
  const finding = skewMs < 30_000 ? warn : bad;
  return [
    finding(
      `differs from the database by ${seconds} s: set both by NTP`,
      `расходятся с базой данных на ${seconds} с: сверяйте оба по NTP`,
    ),
  ];
});

export const databaseChecks: readonly DoctorCheck[] = [
  reachable,
  migrations,
  role,
  rowSecurity,
  health,
  connections,
  clock,
];
