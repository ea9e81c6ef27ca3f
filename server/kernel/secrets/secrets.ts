import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../files/disk.ts';
import { StartProblem } from '../start-problem.ts';
import { folderProblem, systemCode } from '../system-problems.ts';

export type Secrets = {
  /** AES-256-GCM; the result is text that names its key: `<key id>.<nonce, tag and body in base64url>`. */
  seal(text: string): string;
  /** @throws when it was sealed by another key or changed since */
  unseal(sealed: string): string;
  /** 32 bytes for one purpose, derived by HKDF (RFC 5869): a leak of one says nothing of the others. */
  keyFor(purpose: string): Uint8Array;
  /** Tells this key from others and gives nothing of it away. */
  readonly keyId: string;
};

const nonceBytes = 12;
const tagBytes = 16;

export function keyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'otklik.key');
}

/** The key of this installation, made at its first start. Without it sealed passwords cannot be read again. */
export async function openSecrets(dataDir: string): Promise<Secrets> {
  const root = await readOrMakeKey(keyPath(dataDir)).catch((error: unknown) => {
    throw folderProblem(error, dataDir);
  });
  return secretsFrom(root);
}

export function secretsFrom(root: Uint8Array): Secrets {
  const keyFor = (purpose: string) => new Uint8Array(hkdfSync('sha256', root, '', purpose, 32));
  const sealing = keyFor('seal');
  const keyId = createHash('sha256').update(keyFor('key id')).digest('hex').slice(0, 8);
  return {
    keyFor,
    keyId,
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce, { authTagLength: tagBytes });
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    unseal(sealed) {
      const [key, content = ''] = sealed.split('.');
      const bytes = Buffer.from(content, 'base64url');
      if (key !== keyId || bytes.length < nonceBytes + tagBytes) {
        throw new Error(`sealed by the key ${key}, this is ${keyId}: restore keys/otklik.key`);
      }
      const nonce = bytes.subarray(0, nonceBytes);
      const cipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: tagBytes });
      cipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const body = bytes.subarray(nonceBytes + tagBytes);
      try {
        return cipher.update(body, undefined, 'utf8') + cipher.final('utf8');
      } catch (error) {
        throw new Error('changed since it was sealed', { cause: error });
      }
    },
  };
}

/** Written aside and linked into place: a half-written key is never read, and of two first starts one wins. */
async function readOrMakeKey(path: string): Promise<Uint8Array> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') {
      return null;
    }
    throw error;
  });
  const key = Buffer.from((text ?? (await makeKey(path))).trim(), 'base64url');
  if (key.length !== 32) {
    throw new StartProblem('keys.damaged', {
      en: `${path} is not a key of Otklik: restore this file from a backup; without it stored passwords cannot be read.`,
      ru: `${path} — не ключ Отклика: верните этот файл из резервной копии; без него не прочесть сохранённые пароли.`,
    });
  }
  return key;
}

async function makeKey(path: string): Promise<string> {
  const aside = `${path}.${randomUUID()}`;
  const handle = await open(aside, 'w', 0o600);
  try {
    await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(aside, path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') {
      throw error;
    }
  } finally {
    await rm(aside, { force: true });
  }
  await syncFolder(dirname(path));
  return readFile(path, 'utf8');
}
