import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let team: { id: string };

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent');
  team = await company.team('Secret');
});
afterAll(() => world.close());

const upload = (
  name: string,
  type = 'text/plain',
  bytes: string | Buffer = 'content',
  by = agent,
) => by.call(`POST /files?name=${encodeURIComponent(name)}`, bytes, { 'content-type': type });

const read = (id: string, by = agent, query = '') => by.call(`GET /files/${id}/content${query}`);

describe('a file', () => {
  test('comes back byte for byte, as what it is', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 256));
    const { status, body } = await upload('picture.png', 'image/png', bytes);
    expect([status, body]).toMatchObject([
      201,
      { name: 'picture.png', contentType: 'image/png', size: 100_000, previewable: true },
    ]);
    const answer = await read(body.id);
    expect(answer.bytes.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="picture.png"; filename*=UTF-8''picture.png`,
      'x-content-type-options': 'nosniff',
    });
    const download = await read(body.id, agent, '?download=1');
    expect(download.headers['content-disposition']).toMatch(/^attachment/);
  });

  test.each([
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/xml',
    'application/javascript',
  ])('that calls itself "%s" never acts as a page of ours', async (type) => {
    const { body } = await upload('page.html', type, '<script>alert(1)</script>');
    const { headers } = await read(body.id);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  });

  test.each([
    'report "final".pdf',
    'отчёт за год.pdf',
    'a\r\nSet-Cookie: x=1.txt',
    'photo\u202egpj.exe',
    '../../../etc/passwd',
    '.htaccess',
    '...',
    'CON.txt',
    'a;filename=b.txt',
    "'%22.txt",
    '😀'.repeat(200),
    '🏳️‍🌈.png',
  ])('named %j is answered by a header that it cannot break out of', async (name) => {
    const { status, body } = await upload(name);
    expect([status, body.name]).toEqual([201, expect.stringMatching(/^[^/\\\r\n\u202e]+$/u)]);
    const { headers } = await read(body.id);
    expect(headers['content-disposition']).toMatch(
      /^inline; filename="[\x20\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/,
    );
    expect(headers['set-cookie']).toBeUndefined();
  });

  test.each([
    ['settings.json', 'application/json', '{ "b": 1,   "a": 2 }'],
    ['broken.json', 'application/json', '{'],
    ['cyrillic.txt', 'text/plain', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x00, 0xff])],
  ])('like %s is not read, only kept', async (name, type, bytes) => {
    const { status, body } = await upload(name, type, bytes);
    expect(status).toBe(201);
    expect((await read(body.id)).bytes.equals(Buffer.from(bytes))).toBe(true);
  });

  test('sent without a type is bytes, and with a type that is none is refused in words', async () => {
    const bare = await agent.call('POST /files?name=a', Buffer.from('x'));
    expect([bare.status, bare.body.contentType]).toEqual([201, 'application/octet-stream']);
    expect(await upload('a', 'nonsense')).toMatchObject({
      status: 415,
      body: { code: 'request.media_type' },
    });
  });

  test('of nothing is a file too', async () => {
    const { status, body } = await upload('empty.txt', 'text/plain', '');
    expect([status, body.size]).toEqual([201, 0]);
    expect((await read(body.id)).bytes).toHaveLength(0);
  });
});

describe('who may read a file', () => {
  let secret: string;
  let limited: Person;
  beforeEach(async () => {
    limited = await company.hire({ permissions: ['ticket.read'], scope: 'teams' });
    secret = (await upload('secret.txt')).body.id;
  });

  test('is who has uploaded it, as long as it hangs nowhere', async () => {
    expect((await read(secret)).status).toBe(200);
    expect((await read(secret, company.administrator)).status).toBe(404);
  });

  test('is everybody who may see the ticket that it hangs on, and nobody else', async () => {
    const requester = { email: 'rita@requester.test' };
    const asked = { subject: 'A', body: 'B', requester, teamId: team.id, attachments: [secret] };
    const { body: ticket } = await agent.call('POST /tickets', asked);
    expect((await read(secret, company.administrator)).status).toBe(200);
    expect((await read(secret, limited)).status).toBe(404);
    await agent.call(`PATCH /tickets/${ticket.id}`, { teamId: null });
    expect((await read(secret, limited)).status).toBe(200);
  });

  test('is nobody of another company, though they know its id', async () => {
    const other = await world.found();
    expect((await read(secret, other.administrator)).status).toBe(404);
  });
});

describe('a message in its frame', () => {
  const html =
    '<p>Hello</p><img src="https://tracker.test/x.png"><a href="https://there.test">there</a>';

  async function frame(query = '', headers = {}) {
    const requester = { email: 'rita@requester.test' };
    const { body: ticket } = await agent.call('POST /tickets', { subject: 'A', html, requester });
    const { body } = await agent.call(`GET /tickets/${ticket.id}/messages`);
    const at = `/tickets/${ticket.id}/messages/${body.items[0].id}/frame${query}` as const;
    return {
      at,
      message: body.items[0],
      answer: await agent.call(`GET ${at}`, undefined, headers),
    };
  }

  test('runs no script, loads nothing from outside and is shown by nobody but us', async () => {
    const { answer, message } = await frame();
    const policy = String(answer.headers['content-security-policy']);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("script-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|allow-scripts|https?:/);
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.body).toContain('Hello');
    expect(answer.body).not.toMatch(/ src="https:/);
    expect(message.blockedImages).toBe(1);
  });

  test('shows pictures when asked for, by way of our own address only', async () => {
    const { answer } = await frame('?images=1');
    expect(answer.body).toMatch(/ src="\/api\/v1\/outside-image\?sig=/);
    expect(answer.body).not.toMatch(/ src="https:/);
  });

  test('has words where a picture cannot be had; a program is told why', async () => {
    const requester = { email: 'rita@requester.test' };
    const hidden = '<p>Hello</p><img src="http://10.0.0.1/x.png">';
    const asked = { subject: 'A', html: hidden, requester };
    const { body: ticket } = await agent.call('POST /tickets', asked);
    const { body } = await agent.call(`GET /tickets/${ticket.id}/messages`);
    const frameAt = `/tickets/${ticket.id}/messages/${body.items[0].id}/frame?images=1` as const;
    const page = await agent.call(`GET ${frameAt}`);
    const [, src = ''] = / src="\/api\/v1(\/outside-image[^"]+)"/.exec(page.body) ?? [];
    const at = `GET ${src.replaceAll('&amp;', '&') as '/x'}` as const;
    const drawn = await agent.call(at, undefined, {
      'sec-fetch-dest': 'image',
      'accept-language': 'ru',
    });
    expect([drawn.status, drawn.headers['content-type']]).toEqual([502, 'image/svg+xml']);
    expect(drawn.bytes.toString()).toContain('Картинка не загрузилась');
    expect(drawn.headers['content-security-policy']).toContain('sandbox');
    expect((await agent.call(at)).body.code).toBe('outside.address_refused');
  });

  test('belongs to its ticket: under another one it does not exist', async () => {
    const [first, second] = [await frame(), await frame()];
    const mixed = first.at.replace(
      first.message.ticketId,
      second.message.ticketId,
    ) as typeof first.at;
    expect((await agent.call(`GET ${mixed}`)).status).toBe(404);
  });
});
