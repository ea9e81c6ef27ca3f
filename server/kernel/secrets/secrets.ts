import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Secrets = {
  /** AES-256-GCM; the result is text that names its key. */
  seal(text: string): string;
  /** @throws when it was sealed by another key or changed since */
  unseal(sealed: string): string;
  /** 32 bytes for one purpose, derived by HKDF (RFC 5869): a leak of one says nothing of the others. */
  keyFor(purpose: string): Uint8Array;
};

const fileName = 'otklik.key';

/** The key of this installation, made at its first start. Without it sealed passwords cannot be read again. */
export async function openSecrets(dataDir: string): Promise<Secrets> {
  const root = await readOrMakeKey(join(dataDir, 'keys'));
  const keyFor = (purpose: string) => new Uint8Array(hkdfSync('sha256', root, '', purpose, 32));
  const sealing = keyFor('seal');
  return {
    keyFor,
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `k1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    unseal(sealed) {
      const [key, content = ''] = sealed.split('.');
      if (key !== 'k1') {
        throw new Error('sealed by a key that is not here');
      }
      const bytes = Buffer.from(content, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}

async function readOrMakeKey(folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') {
      throw error;
    }
  }
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
  if (key.length !== 32) {
    throw new Error(`${path} is not a key`);
  }
  return key;
}
