import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { spawnAs } from './account.ts';
import { adminRole } from './cluster.ts';
import { programProblem } from './problems.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Layout } from './cluster.ts';
import type { Credentials } from './credentials.ts';
import type { Listening } from './postmaster.ts';

export const databaseName = 'otklik';
export const appRole = 'otklik';
const extensions = ['pg_trgm', 'unaccent', 'btree_gin'];

/** Connection address for drivers and libpq alike. A socket folder travels as the host parameter. */
export function addressOf(
  listening: Listening,
  login: { role: string; password: string; database: string },
): string {
  const { role, password, database } = login;
  const host = listening.socketFolder === null ? '127.0.0.1' : 'localhost';
  const socket =
    listening.socketFolder === null ? '' : `?host=${encodeURIComponent(listening.socketFolder)}`;
  return `postgresql://${role}:${encodeURIComponent(password)}@${host}:${listening.port}/${database}${socket}`;
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  // Without a listener a connection that breaks would end the process; queries report it anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Whether the database, the application's role and the extensions are there, asked in one round. */
async function isComplete(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ complete: boolean }>(
        `select (select count(*) from pg_extension where extname = any($1)) = $2
            and exists (select from pg_roles where rolname = $3 and not rolsuper and not rolbypassrls)
            and pg_get_userbyid(datdba) = $3 as complete
           from pg_database where datname = current_database()`,
        [extensions, extensions.length, appRole],
      );
      return rows[0]?.complete === true;
    });
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '3D000') {
      return false;
    }
    throw error;
  }
}

/**
 * Makes the role, the database and the extensions where missing. The application's role owns the
 * database but is no superuser and cannot bypass row-level security.
 */
export async function provision(
  listening: Listening,
  credentials: Credentials,
  renewed: boolean,
): Promise<void> {
  const login = { role: adminRole, password: credentials.admin };
  const url = addressOf(listening, { ...login, database: databaseName });
  if (!renewed && (await isComplete(url))) {
    return;
  }
  await withClient(addressOf(listening, { ...login, database: 'postgres' }), async (client) => {
    const password = client.escapeLiteral(credentials.app);
    const role = await client.query('select from pg_roles where rolname = $1', [appRole]);
    const attributes = 'login nosuperuser nocreaterole nocreatedb nobypassrls noreplication';
    const verb = role.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${appRole} with ${attributes} password ${password}`);
    const database = await client.query('select from pg_database where datname = $1', [
      databaseName,
    ]);
    if (database.rowCount === 0) {
      await client.query(`create database ${databaseName} owner ${appRole} template template0`);
    }
    await client.query(`alter database ${databaseName} owner to ${appRole}`);
    await client.query(`revoke all on database ${databaseName} from public`);
  });
  await withClient(url, async (client) => {
    await client.query(`alter schema public owner to ${appRole}`);
    for (const extension of extensions) {
      await client.query(`create extension if not exists ${extension}`);
    }
  });
}

/** Gives the admin role a new password while the database is stopped: for a data folder whose database.json was lost. */
export async function resetAdminPassword(
  layout: Layout,
  binaries: Binaries,
  account: Account | null,
  credentials: Credentials,
): Promise<void> {
  const output = await new Promise<string>((resolve) => {
    const child = spawnAs(
      account,
      join(binaries.root, 'bin', 'postgres'),
      ['--single', '-D', layout.folder, 'postgres'],
      {
        stdio: ['pipe', 'ignore', 'pipe'],
        cwd: '/',
        env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      },
    );
    let written = '';
    child.stderr?.on('data', (chunk: Buffer) => (written += chunk.toString()));
    child.on('error', (error) => resolve(`error: ${error.message}`));
    child.on('close', (code) => resolve(code === 0 && !/ERROR|FATAL/.test(written) ? '' : written));
    // The password is base64url: nothing in it needs quoting.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(`alter role ${adminRole} password '${credentials.admin}';\n`);
  });
  if (output !== '') {
    throw programProblem(output, layout.dataDir, layout.log);
  }
}
