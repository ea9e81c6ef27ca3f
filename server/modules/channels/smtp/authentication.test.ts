import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimSign } from 'mailauth';
import { expect, test } from 'vitest';
import { authenticate, type DNSResolver } from './authentication.ts';
import type { RawLetter } from './letter.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

function dns(records: Record<string, string[]>): DNSResolver & { asked: string[] } {
  const asked: string[] = [];
  const resolver: DNSResolver = async (domain, type) => {
    asked.push(`${type} ${domain}`);
    const found = records[`${type} ${domain}`];
    if (found === undefined) {
      throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    }
    return type === 'TXT' ? found.map((record) => [record]) : found;
  };
  return Object.assign(resolver, { asked });
}

const honest = {
  'TXT shop.test': ['v=spf1 ip4:203.0.113.5 -all'],
  'TXT s1._domainkey.shop.test': [`v=DKIM1; k=rsa; p=${key}`],
  'TXT _dmarc.shop.test': ['v=DMARC1; p=reject'],
};
const text =
  'From: Anna <anna@shop.test>\r\nTo: help@own.test\r\nSubject: Hi\r\nDate: Mon, 02 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@shop.test>\r\n\r\nHello\r\n';

function bytes(content: string): RawLetter {
  return { kind: 'bytes', bytes: Buffer.from(content), size: content.length };
}

async function signed(content: string): Promise<string> {
  const signature = {
    signingDomain: 'shop.test',
    selector: 's1',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
  const options = { ...signature, signatureData: [signature] };
  const { signatures } = await dkimSign(content, options);
  return signatures + content;
}

const peer = { from: 'anna@shop.test', helo: 'mx.shop.test', remoteAddress: '203.0.113.5' };

test('an honest letter passes SPF, DKIM and DMARC', async () => {
  expect(await authenticate(bytes(await signed(text)), peer, { resolver: dns(honest) })).toEqual({
    spf: 'pass',
    dkim: [{ domain: 'shop.test', result: 'pass' }],
    dmarc: 'pass',
    from: 'shop.test',
  });
});

test('a forged letter fails all three', async () => {
  const changed = (await signed(text)).replace('Hello', 'Pay me');
  const result = await authenticate(
    bytes(changed),
    { ...peer, remoteAddress: '198.51.100.9' },
    { resolver: dns(honest) },
  );
  expect(result).toMatchObject({ spf: 'fail', dmarc: 'fail', from: 'shop.test' });
  expect(result.dkim[0]?.result).not.toBe('pass');
});

test('a large letter is read from its file', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'auth-')), 'large.eml');
  await writeFile(path, await signed(text));
  const result = await authenticate({ kind: 'file', path, size: 1 }, peer, {
    resolver: dns(honest),
  });
  expect(result.dkim).toEqual([{ domain: 'shop.test', result: 'pass' }]);
});

test('an unsigned letter of an own relay costs no look-up', async () => {
  const resolver = dns(honest);
  expect(
    await authenticate(bytes(text), { ...peer, remoteAddress: '10.1.2.3' }, { resolver }),
  ).toEqual({
    spf: 'none',
    dkim: [],
    dmarc: 'none',
    from: 'shop.test',
  });
  expect(resolver.asked).toEqual([]);
});

test('a signature that came through an own relay is still checked, its address is not', async () => {
  const result = await authenticate(
    bytes(await signed(text)),
    { ...peer, remoteAddress: '127.0.0.1' },
    { resolver: dns(honest) },
  );
  expect(result).toMatchObject({ spf: 'none', dkim: [{ result: 'pass' }], dmarc: 'pass' });
});

test('a resolver that never answers is given up in bounded time', async () => {
  const started = Date.now();
  const result = await authenticate(bytes(await signed(text)), peer, {
    resolver: () => new Promise(() => undefined),
    timeoutMs: 100,
  });
  expect(Date.now() - started).toBeLessThan(1000);
  expect(result).toEqual({ spf: 'temperror', dkim: [], dmarc: 'temperror', from: 'shop.test' });
});

test('a letter of several authors or of none has no author domain', async () => {
  const two = text.replace('<anna@shop.test>', '<anna@shop.test>, b@other.test');
  const inside = { ...peer, remoteAddress: '::1' };
  expect((await authenticate(bytes(two), inside)).from).toBeNull();
  expect((await authenticate(bytes('Subject: x\r\n\r\n'), inside)).from).toBeNull();
  expect((await authenticate(bytes('From: "evil@x.test" <a@b.test>\r\n\r\n'), inside)).from).toBe(
    'b.test',
  );
});
