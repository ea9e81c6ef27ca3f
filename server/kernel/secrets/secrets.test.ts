import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyPath, openSecrets } from './secrets.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'otklik-secrets-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('what is sealed is read again after a restart, and looks different every time', async () => {
  const sealed = (await openSecrets(dataDir)).seal('пароль от ящика');
  const again = await openSecrets(dataDir);
  expect(again.unseal(sealed)).toBe('пароль от ящика');
  expect(again.seal('пароль от ящика')).not.toBe(sealed);
  expect(again.unseal(again.seal(''))).toBe('');
});

test('what was changed since is refused', async () => {
  const secrets = await openSecrets(dataDir);
  const sealed = secrets.seal('secret');
  const middle = sealed.length - 6;
  const changed = `${sealed.slice(0, middle)}${sealed[middle] === 'A' ? 'B' : 'A'}${sealed.slice(middle + 1)}`;
  expect(() => secrets.unseal(changed)).toThrow('changed');
  expect(() => secrets.unseal(sealed.slice(0, 20))).toThrow('sealed by');
});

test('what another key sealed is refused by the name of the key', async () => {
  const sealed = (await openSecrets(dataDir)).seal('secret');
  await rm(keyPath(dataDir));
  const other = await openSecrets(dataDir);
  expect(() => other.unseal(sealed)).toThrow(other.keyId);
});

test('every purpose has a key of its own that stays the same', async () => {
  const secrets = await openSecrets(dataDir);
  expect(secrets.keyFor('reply-token')).toHaveLength(32);
  expect(secrets.keyFor('reply-token')).toEqual((await openSecrets(dataDir)).keyFor('reply-token'));
  expect(secrets.keyFor('reply-token')).not.toEqual(secrets.keyFor('image-proxy'));
});

test('the key is for the owner only, and several first starts agree on one', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => openSecrets(dataDir)));
  expect(new Set(all.map((secrets) => secrets.keyId)).size).toBe(1);
  expect((await stat(keyPath(dataDir))).mode & 0o777).toBe(0o600);
});

test('a damaged key stops the start in one sentence instead of being replaced', async () => {
  await mkdir(dirname(keyPath(dataDir)), { recursive: true });
  await writeFile(keyPath(dataDir), 'not a key');
  await expect(openSecrets(dataDir)).rejects.toMatchObject({ code: 'keys.damaged' });
});
