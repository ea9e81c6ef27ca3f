import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filled, multipart, openFormWorld, type FormWorld } from './test-harness.ts';

let own: FormWorld;

beforeAll(async () => {
  own = await openFormWorld();
});
afterAll(() => own.close());

const call = (...args: Parameters<FormWorld['world']['call']>) =>
  own.company.administrator.call(...args);
const withToken = async (more = {}) => ({ ...filled, ...more, token: await own.token() });
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const submit = (body: string | Buffer, headers: Record<string, string>) =>
  own.world.call('POST /public/forms/support/submissions', body, headers);

describe('what a form is given', () => {
  test('stands beside its field when it is wrong, and what was right stays', async () => {
    const { html, status } = await own.page('/forms/support?lang=en', {
      texts: await withToken({
        subject: '',
        email: 'not an address',
        text: '</textarea><script>alert(1)</script>',
        name: '"><img src=x onerror=alert(1)>',
      }),
    });
    expect(status).toBe(400);
    expect(html).toContain('id="subject-problem">Fill in this field');
    expect(html).toContain('id="email-problem">This does not look like an e-mail address');
    expect(html).toContain('value="not an address"');
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;</textarea>');
    expect(html).toContain('value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
  });

  test('is plain text in the ticket, whatever it looks like', async () => {
    const text = '<script>alert(1)</script>\r\n<b>bold</b>\u0000 and \ud800 more';
    const { body } = await own.send(await withToken({ text, subject: 'A\r\nB: c' }));
    const ticket = (await call(`GET /tickets/${body.number}`)).body;
    expect(ticket.subject).toBe('A B: c');
    const { items } = (await call(`GET /tickets/${body.number}/messages`)).body;
    expect(items[0].html).toBe(false);
    expect(items[0].text).toMatch(/^<script>alert\(1\)<\/script>\n<b>bold<\/b> and . more$/u);
  });

  test('may be too long', async () => {
    const { body } = await own.send(await withToken({ text: 'x'.repeat(20_001) }));
    expect(body.errors).toEqual([{ field: 'text', code: 'too_long' }]);
    const huge = await own.send(await withToken({ text: 'x'.repeat(500_000) }));
    expect([huge.status, huge.body.code]).toEqual([413, 'submission.too_large']);
    const encoded = String(new URLSearchParams({ text: 'x'.repeat(500_000) }));
    expect((await submit(encoded, urlencoded)).status).toBe(413);
  });

  test('may be ten thousand fields, or the same one many times', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}`, 'v']));
    expect((await own.send({ ...many, ...(await withToken()) })).status).toBe(413);
    const encoded = new URLSearchParams(many);
    for (const [name, value] of Object.entries(await withToken({ subject: 'First' }))) {
      encoded.append(name, value);
      encoded.append(name, 'second');
    }
    const { body, status } = await submit(String(encoded), urlencoded);
    expect(status).toBe(201);
    expect((await call(`GET /tickets/${body.number}`)).body.subject).toBe('First');
  });

  test.each([
    ['application/json', '{"text":"a"}'],
    ['text/plain', 'text=a'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=b', '--b\r\n\r\n'],
    ['multipart/form-data; boundary=b', ''],
    ['', 'x'],
  ])('of the type %s and %j is refused in words', async (type, sent) => {
    const { status, body } = await submit(sent, type ? { 'content-type': type } : {});
    expect([status, body.code]).toEqual([400, 'submission.malformed']);
  });

  test('leads nowhere else: no address of a visitor is ever gone to', async () => {
    const texts = await withToken({ page: 'javascript:alert(1)', next: 'https://evil.test' });
    const answer = await own.page('/forms/support?lang=en&next=https://evil.test', { texts });
    expect([answer.status, answer.headers['location']]).toEqual([200, undefined]);
    expect(answer.html).not.toContain('evil.test');
    expect(answer.html).not.toContain('javascript:');
  });
});

describe('a file', () => {
  test('of a type that is not taken is named, the rest of the form stays', async () => {
    const { html, status } = await own.page('/forms/support?lang=en', {
      texts: await withToken(),
      files: [{ name: 'invoice.pdf.exe', type: 'application/pdf', content: 'MZ' }],
    });
    expect(status).toBe(400);
    expect(html).toContain('Files of this type are not accepted: invoice.pdf.exe');
    expect(html).toContain('It does not print');
  });

  test('has a name that leads nowhere', async () => {
    const { body } = await own.send(await withToken(), {
      files: [{ name: '../../etc/passwd\u202e.txt', content: 'x' }],
    });
    const { items } = (await call(`GET /tickets/${body.number}/messages`)).body;
    expect(items[0].files[0].name).toBe('passwd.txt');
  });

  test('follows what the company has set, for forms and for letters apart', async () => {
    const { version, mail, forms } = (await call('GET /attachment-policy')).body;
    const set = await call('PUT /attachment-policy', {
      version,
      mail,
      forms: { ...forms, maxFiles: 1, maxFileBytes: 1024, allowed: ['pdf'] },
    });
    expect(set.body.forms.allowed).toEqual(['.pdf']);
    const stale = await call('PUT /attachment-policy', { version, mail, forms });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.conflict']);
    await expect
      .poll(async () => (await own.world.call('GET /public/forms/support')).body.files.maxFiles)
      .toBe(1);
    const problemOf = async (...files: { name: string; content: string }[]) =>
      (await own.send(await withToken(), { files })).body.errors?.[0]?.code;
    expect(await problemOf({ name: 'a.txt', content: 'x' })).toBe('file_type');
    expect(await problemOf({ name: 'a.pdf', content: 'x'.repeat(1025) })).toBe('file_size');
    const two = [
      { name: 'a.pdf', content: 'x' },
      { name: 'b.pdf', content: 'y' },
    ];
    expect(await problemOf(...two)).toBe('file_count');
    expect(await problemOf(two[0]!)).toBeUndefined();
    await call('PUT /attachment-policy', { version: version + 1, mail, forms });
    await expect
      .poll(async () => (await own.world.call('GET /public/forms/support')).body.files.maxFiles)
      .toBe(10);
  });

  test('of a gigabyte is cut off early, and the answer is heard', async () => {
    await own.http.listen({ host: '127.0.0.1', port: 0 });
    const { port } = own.http.server.address() as AddressInfo;
    const { body, headers } = await multipart(await withToken(), [
      { name: 'film.mp4', content: '' },
    ]);
    const end = body.lastIndexOf('\r\n--');
    const gigabyte = 1024 ** 3;
    let sent = 0;
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sending = request(
        `http://127.0.0.1:${port}/api/v1/public/forms/support/submissions`,
        { method: 'POST', headers: { ...headers, 'content-length': gigabyte + body.length } },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, text });
            sending.destroy();
          });
        },
      );
      sending.on('error', reject);
      sending.write(body.subarray(0, end));
      const piece = Buffer.alloc(1024 * 1024);
      const more = (): void => {
        while (sent < gigabyte && !sending.destroyed) {
          sent += piece.length;
          if (!sending.write(piece)) {
            sending.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'submission.check_fields',
      errors: [{ field: 'files', code: 'file_size' }],
      detail: 'film.mp4',
    });
    expect(sent).toBeLessThan(200 * 1024 * 1024);
  });
});

describe('who is not wanted', () => {
  test('and falls into the trap gets the usual answer and lands in spam', async () => {
    const { body, status } = await own.send(
      await withToken({ subject: 'Robot', leave_empty: 'http://buy.test' }),
    );
    expect(status).toBe(201);
    expect(body.text).toContain(String(body.number));
    expect((await own.tickets('view=spam')).map(({ subject }) => subject)).toEqual(['Robot']);
    expect((await own.tickets()).map(({ subject }) => subject)).not.toContain('Robot');
    const events = (await call(`GET /tickets/${body.number}/events`)).body.items;
    expect(events.map(({ reason }: { reason: { code: string } | null }) => reason?.code)).toContain(
      'form_trap',
    );
  });

  test('and is blocked lands in spam with the entry as the reason; unblocked, comes through', async () => {
    const entry = await call('POST /block-list', {
      kind: 'domain',
      value: 'Pushy.test',
      note: 'Sells every day',
    });
    expect(entry.status).toBe(201);
    const twice = await call('POST /block-list', { kind: 'domain', value: 'pushy.test' });
    expect(twice.body.code).toBe('block.exists');
    const send = async (subject: string) =>
      (await own.send(await withToken({ subject, email: 'a@mail.pushy.test' }))).body.number;
    await expect
      .poll(async () => (await call(`GET /tickets/${await send('Offer')}`)).body.status)
      .toBe('spam');
    const listed = (await call('GET /block-list')).body.items[0];
    expect(listed).toMatchObject({ value: 'pushy.test', createdBy: 'Anna' });
    expect(listed.caught).toBeGreaterThan(0);

    await call(`DELETE /block-list/${entry.body.id}`);
    await expect
      .poll(async () => (await call(`GET /tickets/${await send('Offer')}`)).body.status)
      .toBe('new');
  });

  test('is never ourselves', async () => {
    for (const [kind, value] of [
      ['address', 'support@localhost'],
      ['domain', 'localhost'],
      ['pattern', 'support*'],
    ]) {
      const { body } = await call('POST /block-list', { kind, value });
      expect(body.code).toBe('block.own_address');
    }
  });

  test('is said of whom we know before it is blocked', async () => {
    const { body } = await call('GET /block-list/touched?kind=domain&value=Visitor.test');
    expect(body).toEqual({ value: 'visitor.test', people: 1, examples: ['rita@visitor.test'] });
    const pattern = await call('GET /block-list/touched?kind=pattern&value=rit?@*');
    expect(pattern.body.people).toBe(1);
  });
});
