import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Passwords of the two roles of the embedded database. Only this machine's data folder knows them. */
export interface Credentials {
  admin: string;
  app: string;
}

/** `database.json` of the data folder, made (0600, on disk before it is used) when missing. */
export async function readCredentials(
  dataDir: string,
): Promise<{ credentials: Credentials; made: boolean }> {
  const path = join(dataDir, 'database.json');
  if (existsSync(path)) {
    const found = JSON.parse(await readFile(path, 'utf8')) as Partial<Credentials>;
    if (typeof found.admin === 'string' && typeof found.app === 'string') {
      return { credentials: { admin: found.admin, app: found.app }, made: false };
    }
  }
  const credentials = { admin: secret(), app: secret() };
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(credentials));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return { credentials, made: true };
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}
