import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { letterText } from '../../test/mail/letters.ts';
import { openWorld, type World } from '../../test/world.ts';
import { systemActor } from '../../kernel/actor.ts';
import { matchSome } from './matching/matching-store.ts';

let world: World;
let company: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  company = await world.found();
  agent = await company.hire('agent');
});
afterAll(() => world.close());

const add = async (body: object): Promise<Json> => {
  const answer = await agent.call('POST /people', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
};
const reasonsOf = async (id: string): Promise<string[][]> =>
  (await agent.call(`GET /people/${id}/duplicates`)).body.items
    .filter((one: Json) => !one.different)
    .map((one: Json) => [one.person.name, ...one.reasons.map(({ code }: Json) => code)]);
const pairs = async (): Promise<Json[]> => (await agent.call('GET /people/duplicates')).body.items;
const sweep = () =>
  world.db.transaction(company.id, (tx) =>
    matchSome({ tx, actor: systemActor(company.id), now: world.clock.now() }, { atMost: 100 }),
  );

describe('possible duplicates are offered with the reason', () => {
  test('the same phone in another form', async () => {
    await add({ name: 'Олег', phone: '8 (912) 345-67-89' });
    const other = await add({
      name: 'Client',
      contacts: [{ kind: 'whatsapp', value: '79123456789' }],
    });
    expect(await reasonsOf(other.id)).toEqual([['Олег', 'phone']]);
    const { items } = (await agent.call(`GET /people/${other.id}/duplicates`)).body;
    expect(items[0].reasons).toEqual([
      { code: 'phone', own: '79123456789', other: '8 (912) 345-67-89' },
    ]);
  });

  test('but not two desks behind one switchboard', async () => {
    await add({ name: 'Олег', phone: '+7 495 123-45-67 доб. 101' });
    const other = await add({ name: 'Инна', phone: '+7 495 123-45-67 доб. 102' });
    expect(await reasonsOf(other.id)).toEqual([]);
  });

  test('the same mailbox under another address', async () => {
    await add({ name: 'Z', email: 'anna.sergeeva@gmail.com' });
    await add({ name: 'Y', email: 'lev.b@yandex.ru' });
    const gmail = await add({ name: 'A', email: 'annasergeeva+shop@googlemail.com' });
    const yandex = await add({ name: 'B', email: 'lev-b@ya.ru' });
    expect(await reasonsOf(gmail.id)).toEqual([['Z', 'email']]);
    expect(await reasonsOf(yandex.id)).toEqual([['Y', 'email']]);
  });

  test('the same name in the same organization, also in another script', async () => {
    const { body: works } = await agent.call('POST /organizations', { name: 'Works' });
    const organizationId = works.id as string;
    const one = await add({ name: 'Иванов Пётр Сергеевич', organizationId });
    await add({ name: 'Petr Ivanov', organizationId });
    await add({ name: 'Пётр ИВАНОВ', organizationId });
    expect((await reasonsOf(one.id)).toSorted()).toEqual([
      ['Petr Ivanov', 'organization_name', 'script'],
      ['Пётр ИВАНОВ', 'organization_name'],
    ]);
  });

  test('Иванов and Ivanov, though nobody said where they work; namesakes of two organizations are not', async () => {
    const [works, mill] = await Promise.all(
      ['Works', 'Mill'].map(
        async (name) => (await agent.call('POST /organizations', { name })).body.id as string,
      ),
    );
    const one = await add({ name: 'Иванов' });
    await add({ name: 'Ivanov' });
    await add({ name: 'Анна Кузнецова', organizationId: works });
    const namesake = await add({ name: 'Anna Kuznetsova', organizationId: mill });
    expect(await reasonsOf(one.id)).toEqual([['Ivanov', 'script']]);
    expect(await reasonsOf(namesake.id)).toEqual([]);
  });

  test('a usual name says nothing', async () => {
    const people = [];
    for (let n = 0; n < 8; n += 1) {
      people.push(await add({ name: 'Иван Иванов' }));
    }
    expect(await reasonsOf(people[7].id)).toEqual([]);
  });

  test('after a change of the card they are offered, or no longer', async () => {
    const one = await add({ name: 'Rita Berg' });
    const other = await add({ name: 'Somebody' });
    await agent.call(`PATCH /people/${other.id}`, { name: 'Рита Берг' });
    expect(await reasonsOf(one.id)).toEqual([['Рита Берг', 'script']]);
    await agent.call(`PATCH /people/${other.id}`, { name: 'Nora Berg' });
    expect(await reasonsOf(one.id)).toEqual([]);
  });

  test('of writers of letters a moment later, and of two added at the same moment', async () => {
    await add({ name: 'Mark Levin', email: 'mark@levin.test' });
    await world.mail(company, letterText('m1', { From: 'Марк Левин <m.levin@home.test>' }));
    await Promise.all([add({ name: 'Vera Gold' }), add({ name: 'Вера Голд' })]);
    await expect.poll(async () => sweep().then(pairs)).toHaveLength(2);
    expect(
      (await pairs()).map(({ person, other }) => [person.name, other.name].toSorted()),
    ).toEqual(
      expect.arrayContaining([
        ['Mark Levin', 'Марк Левин'],
        ['Vera Gold', 'Вера Голд'],
      ]),
    );
  });

  test('of everybody who was here before cards were compared', async () => {
    await add({ name: 'Mark Levin' });
    await add({ name: 'Марк Левин' });
    await world.admin.query(`delete from person_key where workspace_id = $1`, [company.id]);
    await world.admin.query(`delete from person_duplicate where workspace_id = $1`, [company.id]);
    await world.admin.query(`update person set matched_at = null where workspace_id = $1`, [
      company.id,
    ]);
    await expect.poll(async () => sweep().then(pairs)).toHaveLength(1);
  });

  test('page by page, the surest first', async () => {
    await add({ name: 'Mark Levin' });
    await add({ name: 'Марк Левин', phone: '+7 912 000-00-01' });
    await add({ name: 'X', contacts: [{ kind: 'viber', value: '+79120000001' }] });
    const first = (await agent.call('GET /people/duplicates?limit=1')).body;
    const second = (await agent.call(`GET /people/duplicates?limit=1&after=${first.next}`)).body;
    expect([first.items[0].strength > second.items[0].strength, second.next]).toEqual([true, null]);
  });

  test('of one company never in another', async () => {
    await add({ name: 'Mark Levin', phone: '+79120000001' });
    const other = await world.found();
    const { body } = await other.administrator.call('POST /people', {
      name: 'Марк Левин',
      phone: '89120000001',
    });
    const { body: found } = await other.administrator.call(`GET /people/${body.id}/duplicates`);
    expect(found.items).toEqual([]);
  });
});

describe('"not the same"', () => {
  test('is remembered whatever changes, and can be taken back', async () => {
    const one = await add({ name: 'Mark Levin' });
    const other = await add({ name: 'Марк Левин' });
    expect(await agent.call(`PUT /people/${one.id}/different/${other.id}`)).toMatchObject({
      status: 204,
    });
    await agent.call(`PATCH /people/${other.id}`, { name: 'Левин Марк' });
    await sweep();
    expect([await reasonsOf(one.id), await pairs()]).toEqual([[], []]);
    const kept = (await agent.call(`GET /people/${other.id}/duplicates`)).body.items;
    expect(kept).toMatchObject([{ person: { id: one.id }, different: true }]);
    await agent.call(`DELETE /people/${other.id}/different/${one.id}`);
    expect(await reasonsOf(one.id)).toEqual([['Левин Марк', 'script']]);
    expect(await agent.call(`DELETE /people/${other.id}/different/${one.id}`)).toMatchObject({
      status: 404,
      body: { code: 'person.not_kept_apart' },
    });
  });

  test('cannot be said of one person, nor by whoever only reads', async () => {
    const one = await add({ name: 'Mark Levin' });
    expect(await agent.call(`PUT /people/${one.id}/different/${one.id}`)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'otherId', code: 'same_person' }] },
    });
    const observer = await company.hire('observer');
    const other = await add({ name: 'Lev' });
    expect(await observer.call(`PUT /people/${one.id}/different/${other.id}`)).toMatchObject({
      status: 403,
    });
  });
});

describe('while somebody types', () => {
  test.each([
    ['8912345', 'a phone as it is dialled'],
    ['+7 912 34', 'a phone as it is written'],
    ['912345', 'a phone without a country'],
    ['берг ри', 'two beginnings in any order'],
    ['Berg', 'another script'],
    ['BERG rita', 'another script and order'],
    ['rita@per', 'an address'],
    ['person.test', 'a domain'],
  ])('%s finds by %s', async (typed) => {
    const rita = await add({ name: 'Берг Рита', email: 'rita@person.test', phone: '89123456789' });
    await add({ name: 'Другая', phone: '+7 495 123-45-67' });
    const { body } = await agent.call(`GET /people/suggestions?q=${encodeURIComponent(typed)}`);
    expect(body.items.map(({ id }: Json) => id)).toEqual([rita.id]);
    const { body: list } = await agent.call(`GET /people?q=${encodeURIComponent(typed)}`);
    expect(list.items.map(({ id }: Json) => id)).toEqual([rita.id]);
  });

  test('whoever wrote this very second is found too', async () => {
    await world.mail(company, letterText('s1', { From: 'Nora Sand <nora@fresh.test>' }));
    const { body } = await agent.call('GET /people/suggestions?q=nora');
    expect(body.items).toMatchObject([{ name: 'Nora Sand' }]);
  });

  test('the exact one stands first', async () => {
    await add({ name: 'Ли Анна' });
    await add({ name: 'Линдберг Ян' });
    await add({ name: 'Ли' });
    const { body } = await agent.call(`GET /people/suggestions?q=${encodeURIComponent('ли')}`);
    expect(body.items[0].name).toBe('Ли');
  });
});
