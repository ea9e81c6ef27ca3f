import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Company, Person } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';
import { asked, found, open, untilIndexed } from './test-harness.ts';

let world: World;
let company: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent');
  const made = await open(agent, {
    subject: 'Касса не печатает чек',
    body: 'Здравствуйте, принтер мигает красным. Ёлки на экране.',
    from: { phone: '8 (912) 345-67-89', name: 'Пётр Сидоренко' },
    tags: ['касса', 'vip'],
  });
  await agent.call(`POST /tickets/${made.id}/messages`, {
    body: 'Заказали запчасть у поставщика Ромашка',
    visibility: 'internal',
  });
  await agent.call(`POST /tickets/${made.id}/messages`, {
    body: 'Hello, refunded in full',
    visibility: 'public',
  });
  await open(agent, {
    subject: 'Refund for order 7781',
    body: 'The printers are offline since Monday',
  });
  await open(agent, { subject: 'Вопрос по тарифу', body: 'Сколько стоит печать без чеков?' });
  await agent.call('POST /organizations', { name: 'ООО «Ромашка»', domains: ['romashka.test'] });
  await untilIndexed(world, company);
}, 60_000);
afterAll(() => world.close());

const kassa = 'Касса не печатает чек';
const refund = 'Refund for order 7781';
const tariff = 'Вопрос по тарифу';

describe('a ticket is found', () => {
  test.each([
    ['by a word of its subject in another form', 'кассы', [kassa]],
    ['by words of different messages', 'принтеры запчастей', [kassa]],
    ['by an English word in another form', 'refunds order', [refund]],
    ['whatever the case and "ё"', 'ЕЛКИ', [kassa]],
    ['with a slip of the finger', 'принетр', [kassa]],
    ['in the wrong layout', 'ghbynth', [kassa]],
    ['in the wrong layout the other way', 'зкштеук', [refund]],
    ['by an exact phrase', '«не печатает чек»', [kassa]],
    ['by an exact phrase in other quotes', '"offline since"', [refund]],
    ['without a word that it must not have', 'чек -касса', [tariff]],
    ['without anything else than a word that it must not have', '-касса -refund', [tariff]],
    ['by who wrote it', 'from:сидоренко', [kassa]],
    ['by an operator in Russian', 'от:сидоренко', [kassa]],
    ['by its tag', 'tag:касса', [kassa]],
    ['by words in notes only', 'in:notes ромашка', [kassa]],
    ['by the phone of its customer in another form', 'from:+79123456789 чек', [kassa]],
  ])('%s', async (_, question, expected) => {
    expect(await found(agent, question)).toEqual(expected);
  });

  test('by its number, first of all', async () => {
    const { body } = await asked(agent, refund);
    const { number } = body.items[0];
    for (const question of [String(number), `#${number}`, `№ ${number}`]) {
      expect((await found(agent, question))[0]).toBe(refund);
    }
  });

  test.each([
    ['an exact phrase in another order', '«печатает не чек»'],
    ['an exact word in another form', '"кассы"'],
    ['words of public messages, asked for in notes', 'in:notes мигает'],
    ['another tag', 'tag:другой'],
    ['a solved one among the open', 'status:solved касса'],
    ['a day before it came', 'before:2020-01-01 касса'],
    ['nobody of the name', 'assignee:никтотакой'],
    ['files, where there are none', 'has:attachment касса'],
  ])('not by %s', async (_, question) => {
    expect(await found(agent, question)).toEqual([]);
  });

  test('by status, date and who has it', async () => {
    const question = 'status:any_open after:2020-01-01 assignee:me касса';
    expect(await found(agent, question)).toEqual([kassa]);
  });

  test('in spam only when that is asked for', async () => {
    const { id } = await open(agent, { subject: 'Выигрыш телевизора' });
    await agent.call(`PUT /tickets/${id}/spam`);
    await untilIndexed(world, company);
    expect(await found(agent, 'телевизор')).toEqual([]);
    expect(await found(agent, 'in:spam телевизоры')).toEqual(['Выигрыш телевизора']);
    expect(await found(agent, 'in:spam касса')).toEqual([]);
    expect(await found(agent, 'статус:спам')).toEqual(['Выигрыш телевизора']);
  });

  test('what is unknown as an operator is a word', async () => {
    expect(await found(agent, 'refund:order')).toEqual([refund]);
  });
});

test('does not find what its author has taken back', async () => {
  const made = await open(agent, { subject: 'Delivery', body: 'Where is it?' });
  const { body } = await agent.call(`POST /tickets/${made.id}/messages`, {
    body: 'It left by zeppelin',
    undoSeconds: 30,
  });
  await untilIndexed(world, company);
  expect(await found(agent, 'zeppelin')).toEqual(['Delivery']);
  expect((await agent.call(`DELETE /tickets/${made.id}/messages/${body.id}`)).status).toBe(200);
  await untilIndexed(world, company);
  expect(await found(agent, 'zeppelin')).toEqual([]);
  expect(await found(agent, 'delivery')).toEqual(['Delivery']);
});

test('says what it was looked for instead of what was typed', async () => {
  expect((await asked(agent, 'ghbynth')).body.instead).toEqual([
    { typed: 'ghbynth', meant: 'принтер', why: 'layout' },
  ]);
  expect((await asked(agent, 'принетр')).body.instead).toEqual([
    { typed: 'принетр', meant: 'принтер', why: 'typo' },
  ]);
});

test('shows where it was found, as places in plain text', async () => {
  const { body } = await asked(agent, 'печать красная');
  expect(body.items).toHaveLength(0);
  const [hit] = (await asked(agent, 'печатать мигать')).body.items;
  const marked = (text: string, marks: { from: number; to: number }[]) =>
    marks.map(({ from, to }) => text.slice(from, to));
  expect(marked(hit.subject, hit.subjectMarks)).toEqual(['печатает']);
  expect(marked(hit.excerpts[0].text, hit.excerpts[0].marks)).toEqual(['мигает']);
  expect(hit.excerpts[0]).toMatchObject({ visibility: 'public', author: 'Пётр Сидоренко' });
});

test('the last word need not be finished while it is typed', async () => {
  expect(await found(agent, 'прин', '&typing=true')).toEqual([kassa]);
  expect(await found(agent, 'прин')).toEqual([]);
});

describe('people and organizations are found', () => {
  test.each([
    ['by the beginning of a name', 'сидор', 'Пётр Сидоренко'],
    ['by a name in another form', 'сидоренку', 'Пётр Сидоренко'],
    ['in the wrong layout', 'cbljhtyrj', 'Пётр Сидоренко'],
    ['with a slip of the finger', 'сидоренка петр', 'Пётр Сидоренко'],
    ['by phone in any form', '8-912-345-67-89', 'Пётр Сидоренко'],
    ['by the end of a phone', '345 67 89', 'Пётр Сидоренко'],
    ['by address', 'rita@person.test', 'Rita Berg'],
    ['by a part of an address', 'ita@pers', 'Rita Berg'],
    ['by name', 'ромашка', 'ООО «Ромашка»'],
    ['by domain', 'romashka.test', 'ООО «Ромашка»'],
  ])('%s', async (_, question, expected) => {
    expect((await found(agent, question))[0]).toBe(expected);
  });

  test('by kind, page after page', async () => {
    for (let at = 0; at < 5; at += 1) {
      await agent.call('POST /people', { name: `Мария Цветаева ${at}` });
    }
    await untilIndexed(world, company);
    const names: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body } = await asked(
        agent,
        'цветаева',
        `&kind=person&limit=2${after && `&after=${after}`}`,
      );
      names.push(...body.items.map(({ name }: { name: string }) => name));
      after = body.next;
    }
    expect(names.toSorted()).toEqual([0, 1, 2, 3, 4].map((at) => `Мария Цветаева ${at}`));
  });
});

test('pages of tickets hold each once, the best first, then the newest', async () => {
  for (let at = 0; at < 7; at += 1) {
    await open(
      agent,
      at % 2 === 0
        ? { subject: `Синхрофазотрон ${at}` }
        : { subject: `Прибор ${at}`, body: 'синхрофазотрон' },
    );
  }
  await untilIndexed(world, company);
  const subjects: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const { body } = await asked(agent, 'синхрофазотрон', `&limit=3${after && `&after=${after}`}`);
    subjects.push(...body.items.map(({ subject }: { subject: string }) => subject));
    after = body.next;
  }
  expect(subjects).toEqual([
    ...[6, 4, 2, 0].map((at) => `Синхрофазотрон ${at}`),
    ...[5, 3, 1].map((at) => `Прибор ${at}`),
  ]);
});
