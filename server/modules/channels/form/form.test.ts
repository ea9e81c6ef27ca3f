import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../kernel/actor.ts';
import { receiveLetter } from '../commands/receive-letter.ts';
import { filled, openFormWorld, type FormWorld } from './test-harness.ts';
import type { Submission } from './schema.ts';

let own: FormWorld;

beforeAll(async () => {
  own = await openFormWorld();
});
afterAll(() => own.close());

const call = (...args: Parameters<FormWorld['world']['call']>) =>
  own.company.administrator.call(...args);
const withToken = async (more = {}) => ({ ...filled, ...more, token: await own.token() });
const ticketOf = async (number: number) => (await call(`GET /tickets/${number}`)).body;

describe('the form of a company', () => {
  test('is there from its first minute, on a page of its own that needs no script', async () => {
    const { status, html, headers } = await own.page('/forms/support', {
      headers: { 'accept-language': 'en' },
    });
    expect(status).toBe(200);
    expect(html).toContain('Roof &amp; Sons');
    expect(html).toContain('<form method="post" action="/forms/support?lang=en"');
    expect(html).not.toContain('<script');
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(/<style nonce="([^"]+)"/.exec(html)?.[1]);
  });

  test('speaks the language of its visitor, or the one asked for', async () => {
    const ru = { 'accept-language': 'ru-RU,ru;q=0.9' };
    const { html } = await own.page('/forms/support', { headers: ru });
    expect(html).toContain('<html lang="ru">');
    expect(html).toContain('Электронная почта');
    expect((await own.page('/forms/support?lang=en', { headers: ru })).html).toContain('E-mail');
  });

  test('becomes a ticket with everything that was sent, and says its number', async () => {
    const { html, status } = await own.page('/forms/support?lang=en', {
      texts: await withToken({ subject: 'With a file' }),
      files: [{ name: 'счёт.txt', content: 'Сто рублей' }],
    });
    expect(status).toBe(200);
    const number = Number(/number is (\d+)/.exec(html)?.[1]);
    const ticket = await ticketOf(number);
    expect(ticket).toMatchObject({
      subject: 'With a file',
      status: 'new',
      channel: { kind: 'form' },
      requester: { name: 'Rita', email: 'rita@visitor.test' },
    });
    const { body } = await call(`GET /tickets/${number}/messages`);
    expect(body.items).toMatchObject([
      {
        text: 'It does not print',
        author: { kind: 'person', email: 'rita@visitor.test' },
        files: [{ name: 'счёт.txt', contentType: 'text/plain' }],
        hasSource: true,
      },
    ]);
    const { body: bytes } = await call(`GET /files/${body.items[0].files[0].id}/content`);
    expect(bytes).toBe('Сто рублей');
  });

  test('is answered by mail', async () => {
    const { body } = await own.send(await withToken({ subject: 'Answer me' }));
    const answered = await call(`POST /tickets/${body.number}/messages`, { body: 'Try again' });
    expect(answered.status).toBe(201);
    await own.world.settle();
    const { rows } = await own.world.admin.query(
      'select recipients from outgoing_letter where message_id = $1',
      [answered.body.id],
    );
    expect(rows).toEqual([{ recipients: { to: ['rita@visitor.test'], cc: [] } }]);
  });

  test('goes to its team and category, asks what it is set to ask and says what it is set to say', async () => {
    const team = await own.company.team('Second line');
    const category = (await call('POST /categories', { name: 'Repairs' })).body;
    const added = await call('POST /forms', {
      name: 'Repairs',
      slug: 'Repairs',
      teamId: team.id,
      categoryId: category.id,
      fields: { subject: 'off', name: 'off', contact: 'either' },
      attachments: false,
      texts: {
        ru: { title: 'Ремонт', intro: '', success: 'Ждите' },
        en: { title: 'Repair', intro: 'Say it', success: 'See {number}' },
      },
    });
    expect(added.status).toBe(201);
    const shown = (await own.world.call('GET /public/forms/repairs?lang=en')).body;
    expect(shown.fields.map(({ name }: { name: string }) => name)).toEqual([
      'email',
      'phone',
      'text',
    ]);
    expect([shown.title, shown.intro, shown.files]).toEqual(['Repair', 'Say it', null]);

    const token = await own.token('repairs');
    const texts = { token, text: 'The roof leaks', phone: '8 (912) 345-67-89' };
    const { body } = await own.send(texts, { ref: 'repairs' });
    expect(body.text).toBe(`See ${body.number}`);
    const ticket = await ticketOf(body.number);
    expect(ticket).toMatchObject({
      subject: 'The roof leaks',
      team: { id: team.id },
      category: { id: category.id },
    });
    const none = await own.send(
      { token: await own.token('repairs'), text: 'x' },
      { ref: 'repairs' },
    );
    expect(none.body.errors).toEqual([{ field: 'email', code: 'required' }]);
    const ru = { token: await own.token('repairs'), text: 'Течёт', phone: '+79123456789' };
    const sent = await own.send(ru, { ref: 'repairs', lang: 'ru' });
    expect(sent.body.text).toBe(`Ждите\nНомер обращения: ${sent.body.number}`);
  });

  test('asks own fields, with an error at each, and the ticket has what was said', async () => {
    const field = (body: object) => call('POST /fields', body);
    const choices = ['Атол', 'Штрих <М>'];
    await field({ name: 'model', kind: 'choice', label: 'Model', otherLabel: 'Модель', choices });
    await field({ name: 'weight', kind: 'number', label: 'Вес' });
    await field({ name: 'bought', kind: 'date', label: 'Куплено', types: ['incident'] });
    await field({ name: 'warranty', kind: 'yes_no', label: 'Гарантия' });
    const asked = (type: string) => ({
      name: 'Ремонт',
      slug: 'mend',
      type,
      ownFields: [
        { name: 'model', required: true },
        { name: 'weight', required: false },
        { name: 'bought', required: false },
        { name: 'warranty', required: true },
      ],
    });
    expect(await call('POST /forms', asked('complaint'))).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'ownFields.2', code: 'of_another_type' }] },
    });
    const { body: form } = await call('POST /forms', asked('incident'));
    expect(form).toMatchObject({ type: 'incident', ownFields: asked('incident').ownFields });
    const wrong = {
      'fields.weight': 'тяжёлый',
      'fields.bought': '2026-02-30',
      'fields.model': 'x',
    };
    const { html, status } = await own.page('/forms/mend?lang=en', {
      texts: { ...filled, ...wrong, token: await own.token('mend') },
    });
    expect(status).toBe(400);
    expect(html).toContain('id="fields.weight-problem">Give a number');
    expect(html).toContain('id="fields.bought-problem">Give a date');
    expect(html).toContain('id="fields.model-problem">Choose one');
    expect(html).toContain('id="fields.warranty-problem">Fill in this field');
    expect(html).toContain('<label for="fields.model">Model</label><select id="fields.model"');
    const ru = (await own.world.call('GET /public/forms/mend?lang=ru')).body.fields;
    expect(ru[3]).toMatchObject({ name: 'fields.model', kind: 'choice', label: 'Модель' });
    expect(html).toContain('<option value="Штрих &lt;М&gt;">Штрих &lt;М&gt;</option>');
    expect(html).toContain('value="тяжёлый"');
    const right = {
      'fields.model': 'Атол',
      'fields.weight': '1,5',
      'fields.warranty': 'no',
      'fields.from1c': 'x',
    };
    const texts = { ...filled, ...right, token: await own.token('mend') };
    const { body } = await own.send(texts, { ref: 'mend' });
    expect(await ticketOf(body.number)).toMatchObject({
      type: 'incident',
      fields: { model: 'Атол', weight: 1.5, warranty: false },
    });
    // Since it was set up a field has gone: the rest is asked.
    const { items } = (await call('GET /fields')).body;
    await call(`DELETE /fields/${items[0].id}`);
    await expect
      .poll(async () => (await own.world.call('GET /public/forms/mend')).body.fields.length)
      .toBe(7);
  });

  test('that is off or not there says so', async () => {
    const { body } = await call('POST /forms', { name: 'Off', slug: 'off', active: false });
    expect((await own.page('/forms/off')).status).toBe(410);
    expect((await own.world.call('GET /public/forms/off')).body.code).toBe('submission.form_off');
    expect((await own.page('/forms/nowhere')).status).toBe(404);
    expect((await own.page('/forms/%00')).status).toBe(404);
    expect((await own.page('/forms/nowhere', { texts: filled })).status).toBe(404);
    await call(`DELETE /forms/${body.id}`);
    expect((await own.page('/forms/off')).status).toBe(404);
    expect((await call('POST /forms', { name: 'Again', slug: 'off' })).status).toBe(201);
    const taken = await call('POST /forms', { name: 'Twice', slug: 'off' });
    expect(taken.body.code).toBe('form.slug_taken');
  });

  test('is no mailbox', async () => {
    const { body: forms } = await call('GET /forms');
    const { body: channels } = await call('GET /channels');
    const ids = channels.items.map(({ id }: { id: string }) => id);
    expect(ids).not.toContain(forms.items[0].id);
    const change = await call(`PATCH /channels/${forms.items[0].id}`, { name: 'Mailbox' });
    expect(change.status).toBe(404);
  });
});

describe('the form of another company', () => {
  test('has an address that names the company, and neither knows the other', async () => {
    const foreign = await own.world.found({ company: 'Foreign' });
    const { body } = await foreign.administrator.call('GET /forms');
    expect(body.items).toMatchObject([
      { ref: `${foreign.slug}.support`, path: `/forms/${foreign.slug}.support` },
    ]);
    expect((await own.page(`/forms/${foreign.slug}.support`)).html).toContain('Foreign');
    const before = (await own.tickets()).length;
    const ref = `${foreign.slug}.support`;
    const wrong = await own.send(await withToken(), { ref });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'submission.expired']);
    const sent = await own.send({ ...filled, token: await own.token(ref) }, { ref });
    expect([sent.status, sent.body.number]).toEqual([201, 1]);
    expect(await own.tickets()).toHaveLength(before);
    const { body: theirs } = await foreign.administrator.call('GET /tickets');
    expect(theirs.items).toHaveLength(1);
  });
});

describe('sending', () => {
  test('the same twice, at once or later, is one ticket with one number', async () => {
    const texts = await withToken({ subject: 'Twice' });
    const answers = await Promise.all([own.send(texts), own.send(texts), own.send(texts)]);
    answers.push(await own.send(texts));
    const [first] = answers;
    expect(answers.map(({ status, body }) => [status, body.number])).toEqual(
      answers.map(() => [201, first?.body.number]),
    );
    await own.world.settle();
    expect((await own.tickets()).filter(({ subject }) => subject === 'Twice')).toHaveLength(1);
  });

  test('something else with a used token is not lost: it comes back to be sent anew', async () => {
    const texts = await withToken({ subject: 'Once' });
    await own.send(texts);
    const again = await own.page('/forms/support?lang=en', {
      texts: { ...texts, text: 'And one thing more' },
    });
    expect(again.status).toBe(409);
    expect(again.html).toContain('And one thing more');
    const token = /name="token" value="([^"]+)"/.exec(again.html)?.[1] ?? '';
    expect(token).not.toBe(texts.token);
    own.world.clock.move({ seconds: 3 });
    expect((await own.send({ ...texts, text: 'And one thing more', token })).status).toBe(201);
  });

  test('too fast, too late or with a token of our own making comes back with a way on', async () => {
    const { token } = (await own.world.call('GET /public/forms/support')).body as { token: string };
    const texts = { ...filled, token };
    expect((await own.send(texts)).body.code).toBe('submission.too_fast');
    own.world.clock.move({ hours: 25 });
    expect((await own.send(texts)).body.code).toBe('submission.expired');
    const forged = Buffer.from(token, 'base64url');
    forged[forged.length - 1]! ^= 1;
    for (const bad of [forged.toString('base64url'), '', 'x'.repeat(10_000)]) {
      expect((await own.send({ ...filled, token: bad })).body.code).toBe('submission.expired');
    }
  });

  test('what was kept raw becomes its ticket though nobody was there to take it, once', async () => {
    const { body } = await call('GET /forms');
    const submission: Submission = {
      kind: 'otklik.form/1',
      form: 'support',
      locale: 'en',
      ...filled,
      subject: 'After a crash',
      phone: '',
      fields: {},
      page: 'https://shop.test/contact',
      trapped: false,
      files: [],
    };
    const bytes = Buffer.from(JSON.stringify(submission));
    for (let turn = 0; turn < 2; turn += 1) {
      await own.world.app.executor.execute(
        receiveLetter,
        {
          channelId: body.items[0].id,
          externalId: 'form:crash',
          raw: await own.world.files.letters.put(bytes),
          size: bytes.length,
          envelope: { kind: 'form', digest: 'd' },
        },
        systemActor(own.company.id, 'form'),
      );
      await own.world.settle();
    }
    const made = (await own.tickets()).filter(({ subject }) => subject === 'After a crash');
    expect(made).toHaveLength(1);
    const messages = (await call(`GET /tickets/${made[0]?.id}/messages`)).body.items;
    expect(messages[0].text).toBe('It does not print\n\nhttps://shop.test/contact');
    const source = await call(`GET /tickets/${made[0]?.id}/messages/${messages[0].id}/source`);
    expect(source.headers['content-type']).toContain('application/json');
    expect(source.body).toEqual(submission);
  });

  test('too often from one address has to wait, and is told how long; others go on', async () => {
    const texts = await withToken();
    let last = await own.send(texts, { ip: '10.9.9.9' });
    for (let turn = 0; turn < 20; turn += 1) {
      last = await own.send(texts, { ip: '10.9.9.9' });
    }
    expect([last.status, last.body.code]).toEqual([429, 'submission.too_many']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    const page = await own.page('/forms/support?lang=en', {
      texts: { ...texts, text: 'Long typed' },
      headers: { 'x-forwarded-for': '10.9.9.9' },
    });
    expect(page.status).toBe(429);
    expect(page.html).toContain('Long typed');
    expect((await own.send(texts, { ip: '10.9.9.10' })).status).toBe(201);
    own.world.clock.move({ seconds: 16 * 60 });
    expect((await own.send(texts, { ip: '10.9.9.9' })).status).toBe(201);
  });

  test('how many are taken is set for each form, and nothing else may be set there', async () => {
    const limits = { perAddress: 2, inAll: 3 };
    const { body: form } = await call('POST /forms', { name: 'Fair', slug: 'fair', limits });
    const token = await own.token('fair');
    const texts = { token, text: 'At the fair', email: 'fair@visitor.test', subject: 'Fair' };
    const from = async (ip: string) => (await own.send(texts, { ref: 'fair', ip })).status;
    expect([await from('10.8.0.1'), await from('10.8.0.1'), await from('10.8.0.1')]).toEqual([
      201, 201, 429,
    ]);
    // What was refused is not counted.
    expect([await from('10.8.0.2'), await from('10.8.0.3')]).toEqual([201, 429]);
    const path = `PATCH /forms/${form.id}` as const;
    expect((await call(path, { limits: { perAddress: 0, inAll: 3 } })).status).toBe(400);
    expect((await call(path, { limits: { perAddress: 5 } })).status).toBe(400);
    expect((await call(path, { limits: { perAddress: 5, inAll: 9 } })).body.limits).toEqual({
      perAddress: 5,
      inAll: 9,
    });
    expect(await from('10.8.0.3')).toBe(201);
  });

  test('is open to pages of every site, refusals too, and nothing else is', async () => {
    const from = { origin: 'https://shop.test', 'sec-fetch-site': 'cross-site' };
    const shown = await own.world.call('GET /public/forms/support', undefined, from);
    const refused = await own.send({ token: 'x' });
    const unknown = await own.world.call('GET /public/forms/nowhere', undefined, from);
    for (const { headers } of [shown, refused, unknown]) {
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
    const other = await call('GET /tickets', undefined, from);
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
  });
});
