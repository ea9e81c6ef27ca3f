import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchOutside, type OutsideOptions } from './fetch-outside.ts';
import { fetchOutsideImage } from './outside-image.ts';
import { isPublicAddress } from './public-address.ts';
import { readSignedImageUrl, signedImageUrl } from './signed-image-url.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const limits: OutsideOptions = { maxBytes: 1000, timeoutMs: 2000 };

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) {
    stop();
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function always(...addresses: string[]): NonNullable<OutsideOptions['resolve']> {
  return async () => addresses.map((address) => ({ address, family: 4 }));
}

const silence = () => new Promise<never>(() => {});

/** As if 127.0.0.1 were an address on the open internet, and nothing else. */
function openTo(port: number): OutsideOptions {
  return {
    ...limits,
    ports: [port],
    resolve: always('127.0.0.1'),
    isAllowed: (address) => address === '127.0.0.1',
  };
}

describe('which addresses are on the open internet', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.8',
    '198.18.0.1',
    '203.0.113.5',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2001::1',
    'localhost',
    '',
    '2130706433',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4010::1',
  ])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('what is refused before anything is sent', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0/',
    'http://127.1/',
    'http://１２７.0.0.1/',
    'http://[fe80::1]/',
    'http://10.0.0.1:8080/',
  ])('%s', async (url) => {
    await expect(fetchOutside(url, limits)).rejects.toMatchObject({
      code: 'outside.address_refused',
    });
  });

  test.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'javascript:alert(1)',
    '//example.com',
    'example.com',
    '',
    'http://example.com:22/',
    'http://example.com:6379/',
    'http://user:pass@example.com/',
    `http://example.com/${'a'.repeat(9000)}`,
  ])('%s', async (url) => {
    await expect(fetchOutside(url, limits)).rejects.toMatchObject({ code: 'outside.url_refused' });
  });

  test('a name that leads into our network', async () => {
    await expect(
      fetchOutside('http://example.com/', { ...limits, resolve: always('192.168.0.1') }),
    ).rejects.toMatchObject({
      code: 'outside.address_refused',
    });
  });
});

describe('a fetch', () => {
  test('brings the answer with its type, whatever the status', async () => {
    const port = await serve((request, response) => {
      response.writeHead(404, { 'content-type': 'Text/Plain; charset=utf-8' });
      response.end(`${request.method} ${request.headers.host}`);
    });
    const answer = await fetchOutside(`http://shop.example:${port}/a#b`, openTo(port));
    expect(answer).toMatchObject({
      status: 404,
      contentType: 'text/plain',
      url: `http://shop.example:${port}/a`,
    });
    expect(Buffer.from(answer.body).toString()).toBe(`GET shop.example:${port}`);
  });

  test('connects to the address that was checked, although the name means another one a moment later', async () => {
    const port = await serve((_request, response) => response.end('first'));
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 as const }];
    };
    const answer = await fetchOutside(`http://rebind.example:${port}/`, {
      ...openTo(port),
      resolve,
    });
    expect(Buffer.from(answer.body).toString()).toBe('first');
    expect(asked).toBe(1);
  });

  test('uses of several addresses only those outside', async () => {
    const port = await serve((_request, response) => response.end('ok'));
    const answer = await fetchOutside(`http://two.example:${port}/`, {
      ...openTo(port),
      resolve: always('10.0.0.1', '127.0.0.1'),
    });
    expect(answer.status).toBe(200);
  });

  test('follows redirects, checks each, and stops', async () => {
    const port = await serve((request, response) => {
      const targets: Record<string, string> = {
        '/a': '/b',
        '/loop': '/loop',
        '/in': 'http://10.0.0.1/',
        '/file': 'file:///etc/passwd',
      };
      const location = targets[request.url ?? ''];
      response.writeHead(
        location === undefined ? 200 : 302,
        location === undefined ? {} : { location },
      );
      response.end('end');
    });
    const go = (path: string) => fetchOutside(`http://x.example:${port}${path}`, openTo(port));
    expect((await go('/a')).url).toBe(`http://x.example:${port}/b`);
    await expect(go('/loop')).rejects.toMatchObject({ code: 'outside.too_many_redirects' });
    await expect(go('/in')).rejects.toMatchObject({ code: 'outside.address_refused' });
    await expect(go('/file')).rejects.toMatchObject({ code: 'outside.url_refused' });
  });

  test('sends a webhook with its body once, and does not follow', async () => {
    const bodies: string[] = [];
    const port = await serve((request, response) => {
      request.on('data', (chunk: Buffer) =>
        bodies.push(`${request.headers['x-sign']} ${chunk.toString()}`),
      );
      request.on('end', () => response.writeHead(307, { location: '/again' }).end());
    });
    const sent = fetchOutside(`http://hook.example:${port}/`, {
      ...openTo(port),
      method: 'POST',
      body: '{"a":1}',
      headers: { 'x-sign': 's' },
    });
    await expect(sent).rejects.toMatchObject({ code: 'outside.too_many_redirects' });
    expect(bodies).toEqual(['s {"a":1}']);
  });

  test('that was asked for a status only, it does not wait for what comes after it', async () => {
    let calls = 0;
    const port = await serve((request, response) => {
      calls += 1;
      response.writeHead(request.url === '/no' ? 500 : 202, { 'content-length': '5000000' });
      const timer = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const ask = (path: string) =>
      fetchOutside(`http://x.example:${port}${path}`, {
        ...openTo(port),
        method: 'POST',
        statusOnly: true,
        timeoutMs: 1_000,
      });
    expect(await ask('/yes')).toMatchObject({ status: 202, body: new Uint8Array() });
    expect(await ask('/no')).toMatchObject({ status: 500 });
    expect(calls).toBe(2);
  });

  test('refuses more than was asked for, said or unsaid', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/said') {
        response.writeHead(200, { 'content-length': '5000000' });
      }
      response.write('a'.repeat(2000));
    });
    for (const path of ['/said', '/unsaid']) {
      await expect(
        fetchOutside(`http://x.example:${port}${path}`, openTo(port)),
      ).rejects.toMatchObject({ code: 'outside.too_large' });
    }
  });

  test('gives up in time: silent server, dripping server, silent name server, closed port', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/drip') {
        const timer = setInterval(() => response.write('a'), 20);
        response.on('close', () => clearInterval(timer));
      }
    });
    const quick = { ...openTo(port), timeoutMs: 200 };
    for (const path of ['/silent', '/drip']) {
      await expect(fetchOutside(`http://x.example:${port}${path}`, quick)).rejects.toMatchObject({
        code: 'outside.timeout',
      });
    }
    await expect(
      fetchOutside(`http://x.example:${port}/`, { ...quick, resolve: silence }),
    ).rejects.toMatchObject({ code: 'outside.timeout' });
    await expect(fetchOutside('http://x.example:1/', openTo(1))).rejects.toMatchObject({
      code: 'outside.unreachable',
    });
  });

  test.each(['http://169.254.169.254/', 'http://[::ffff:169.254.169.254]/', 'http://[fe80::1]/'])(
    'never reaches %s, where machines keep their credentials, even when our own network is allowed',
    async (url) => {
      await expect(fetchOutside(url, { ...limits, allowPrivate: true })).rejects.toMatchObject({
        code: 'outside.address_refused',
      });
    },
  );

  test('reaches our own network when an administrator allows it', async () => {
    const port = await serve((_request, response) => response.end('inside'));
    const answer = await fetchOutside(`http://127.0.0.1:${port}/`, {
      ...limits,
      allowPrivate: true,
    });
    expect(Buffer.from(answer.body).toString()).toBe('inside');
  });
});

describe('a picture of a letter', () => {
  test.each([
    ['image/png', png, 'image/png'],
    ['application/octet-stream', Buffer.from('GIF89a....'), 'image/gif'],
    ['image/jpeg', Buffer.concat([Buffer.from('RIFF0000WEBPVP8 ')]), 'image/webp'],
  ])('sent as %s is shown as what it is', async (type, body, expected) => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': type }).end(body),
    );
    const image = await fetchOutsideImage(`http://cdn.example:${port}/a`, openTo(port));
    expect(image.contentType).toBe(expected);
    expect(Buffer.from(image.body).equals(body)).toBe(true);
  });

  test.each([
    ['image/svg+xml', '<svg onload="alert(1)"/>'],
    ['text/html', '<script>alert(1)</script>'],
    ['image/png', '<svg onload="alert(1)"/>'],
    ['', '<html>'],
  ])('that is no picture (%s) is refused', async (type, body) => {
    const port = await serve((_request, response) =>
      response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(body),
    );
    await expect(
      fetchOutsideImage(`http://cdn.example:${port}/a`, openTo(port)),
    ).rejects.toMatchObject({ code: 'outside.type_refused' });
  });

  test('that is gone says so', async () => {
    const port = await serve((_request, response) => response.writeHead(404).end());
    await expect(
      fetchOutsideImage(`http://cdn.example:${port}/a`, openTo(port)),
    ).rejects.toMatchObject({ code: 'outside.unreachable' });
  });

  test('is fetched only by an address that we signed', () => {
    const url = 'https://cdn.example/a.png?x=1&y=ж';
    const { searchParams } = new URL(signedImageUrl('secret', url), 'http://localhost');
    const query = { url: searchParams.get('url') ?? '', sig: searchParams.get('sig') ?? '' };
    expect(readSignedImageUrl('secret', query)).toBe(url);
    expect(readSignedImageUrl('other', query)).toBeNull();
    expect(readSignedImageUrl('secret', { ...query, url: `${url}2` })).toBeNull();
    expect(readSignedImageUrl('secret', { ...query, sig: '' })).toBeNull();
    expect(readSignedImageUrl('secret', { ...query, sig: 'ж'.repeat(22) })).toBeNull();
  });
});
