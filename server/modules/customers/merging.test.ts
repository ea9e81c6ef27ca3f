import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';

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

const add = async (body: object): Promise<Json> => (await agent.call('POST /people', body)).body;
const read = async (id: string): Promise<Json> => (await agent.call(`GET /people/${id}`)).body;
const merge = (id: string, otherId: string, more: object = {}) =>
  agent.call(`POST /people/${id}/merges`, { otherId, ...more });
const values = ({ contacts }: Json): string[] => contacts.map(({ value }: Json) => value);

const said = {
  name: 'Рита Берг',
  locale: 'ru',
  note: 'Звонить утром',
  vipLevel: 2,
  favouriteChannel: 'phone',
  timeZone: 'Asia/Omsk',
  quietHours: { from: '22:00', to: '08:30' },
};
const rich = { ...said, email: 'rita@berg.test' };

describe('two cards merged', () => {
  test('are one with the contact points of both; gaps are filled, own words stay', async () => {
    const kept = await add({
      name: 'Rita Berg',
      phone: '+79120000001',
      note: 'VIP lounge',
      timeZone: 'Europe/Riga',
    });
    const other = await add(rich);
    const { status, body } = await merge(kept.id, other.id);
    expect([status, body]).toMatchObject([
      201,
      { kept: { id: kept.id }, merged: { id: other.id, name: 'Рита Берг' }, undoneAt: null },
    ]);
    const card = await read(kept.id);
    expect(card).toMatchObject({
      name: 'Rita Berg',
      locale: 'ru',
      note: 'VIP lounge\n\nЗвонить утром',
      vip: true,
      vipLevel: 2,
      favouriteChannel: 'phone',
      timeZone: 'Europe/Riga',
      quietHours: { from: '22:00', to: '08:30' },
      version: 2,
    });
    expect(values(card)).toEqual(['+79120000001', 'rita@berg.test']);
    expect(await read(other.id)).toMatchObject({ mergedInto: { id: kept.id }, contacts: [] });
    expect((await agent.call('GET /people')).body.items).toHaveLength(1);
    expect((await agent.call('GET /people/duplicates')).body.items).toEqual([]);
    const told = await world.events(company, { name: 'person.merged' });
    expect(told).toMatchObject([{ personId: kept.id, payload: { mergedId: other.id } }]);
  });

  test('a name takes the place of a number', async () => {
    const kept = await add({ name: '+7 912 000-00-01', phone: '+79120000001' });
    const other = await add({ name: 'Рита Берг' });
    await merge(kept.id, other.id);
    expect(await read(kept.id)).toMatchObject({ name: 'Рита Берг' });
  });

  test('and taken apart again are as they were, but for what people changed since', async () => {
    const kept = await add({ name: 'Rita Berg', phone: '+79120000001', note: 'VIP lounge' });
    const other = await add(rich);
    const { body } = await merge(kept.id, other.id);
    await agent.call(`PATCH /people/${kept.id}`, {
      note: 'Written later',
      contacts: [{ kind: 'phone', value: '+79120000001' }],
    });
    const undone = await agent.call(`DELETE /people/${kept.id}/merges/${body.id}`);
    expect(undone).toMatchObject({
      status: 200,
      body: { id: other.id, mergedInto: null, ...said },
    });
    expect(values(await read(other.id))).toEqual(['rita@berg.test']);
    const card = await read(kept.id);
    expect(card).toMatchObject({
      note: 'Written later',
      locale: null,
      vipLevel: 0,
      favouriteChannel: null,
      timeZone: null,
      quietHours: null,
    });
    expect(values(card)).toEqual(['+79120000001']);
    expect((await agent.call(`GET /people/${kept.id}/merges`)).body.items).toMatchObject([
      { undoneAt: expect.any(String) },
    ]);
    expect((await agent.call('GET /people/duplicates')).body.items).toHaveLength(1);
    expect(await agent.call(`DELETE /people/${kept.id}/merges/${body.id}`)).toMatchObject({
      status: 422,
      body: { code: 'merge.undone' },
    });
  });

  test('whoever writes or is named by the old card is the one who stays', async () => {
    const kept = await add({ name: 'Rita Berg' });
    const middle = await add({ name: 'R. Berg', email: 'rita@berg.test' });
    const last = await add({ name: 'Rita', phone: '+79120000001' });
    await merge(middle.id, last.id);
    await merge(kept.id, middle.id);
    for (const requester of [
      { email: 'rita@berg.test' },
      { phone: '89120000001' },
      { id: last.id },
    ]) {
      const asked = { subject: 'A', body: 'B', requester };
      expect((await agent.call('POST /tickets', asked)).body.requester.id).toBe(kept.id);
    }
  });

  test('in a row are taken back in the order of the latest first', async () => {
    const [a, b, c] = [
      await add({ name: 'A' }),
      await add({ name: 'B' }),
      await add({ name: 'C' }),
    ];
    const { body: first } = await merge(b.id, c.id);
    await merge(a.id, b.id);
    expect(await agent.call(`DELETE /people/${b.id}/merges/${first.id}`)).toMatchObject({
      status: 422,
      body: { code: 'merge.superseded' },
    });
    expect(await merge(a.id, c.id)).toMatchObject({ status: 422, body: { code: 'person.merged' } });
    expect(await agent.call(`PATCH /people/${c.id}`, { name: 'D' })).toMatchObject({
      status: 422,
      body: { code: 'person.merged' },
    });
  });

  test('at the same moment by two agents are merged once, in whichever direction', async () => {
    const [a, b] = [await add({ name: 'A', phone: '+79120000001' }), await add({ name: 'B' })];
    const answers = await Promise.all([merge(a.id, b.id), merge(b.id, a.id), merge(a.id, b.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
  });

  test('once more with the same key are merged once', async () => {
    const [a, b] = [await add({ name: 'A' }), await add({ name: 'B' })];
    const again = () =>
      agent.call(`POST /people/${a.id}/merges`, { otherId: b.id }, { 'idempotency-key': 'm1' });
    const [one, two] = [await again(), await again()];
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id]);
  });

  test.each(['version', 'otherVersion'])('seen at another %s are left alone', async (which) => {
    const [a, b] = [await add({ name: 'A' }), await add({ name: 'B' })];
    expect(await merge(a.id, b.id, { [which]: 7 })).toMatchObject({
      status: 409,
      body: { code: 'version.conflict' },
    });
  });

  test('never with oneself, nor with somebody of another company, nor by an observer', async () => {
    const a = await add({ name: 'A' });
    const other = await world.found();
    const { body: stranger } = await other.administrator.call('POST /people', { name: 'S' });
    expect(await merge(a.id, a.id)).toMatchObject({ status: 400 });
    expect(await merge(a.id, stranger.id)).toMatchObject({
      status: 422,
      body: { code: 'person.not_found' },
    });
    const observer = await company.hire('observer');
    const b = await add({ name: 'B' });
    expect(await observer.call(`POST /people/${a.id}/merges`, { otherId: b.id })).toMatchObject({
      status: 403,
    });
    const { body } = await merge(a.id, b.id);
    expect(
      await other.administrator.call(`DELETE /people/${a.id}/merges/${body.id}`),
    ).toMatchObject({ status: 404 });
  });
});

describe('preferences', () => {
  test('are kept, and "important" said in one word agrees with the level', async () => {
    const { id } = await add(rich);
    expect(await read(id)).toMatchObject({ ...said, vip: true });
    const change = async (body: object) => (await agent.call(`PATCH /people/${id}`, body)).body;
    expect(await change({ vip: true })).toMatchObject({ vipLevel: 2 });
    expect(await change({ vip: false })).toMatchObject({ vip: false, vipLevel: 0 });
    expect(await change({ vip: true })).toMatchObject({ vipLevel: 1 });
    expect(await change({ quietHours: null })).toMatchObject({
      quietHours: null,
      timeZone: 'Asia/Omsk',
    });
  });

  test.each([
    [{ vipLevel: 4 }, 'vipLevel'],
    [{ favouriteChannel: 'pigeon' }, 'favouriteChannel'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ quietHours: { from: '24:00', to: '08:00' } }, 'quietHours.from'],
  ])('like %j are refused and %s is named', async (body, field) => {
    const { id } = await add({ name: 'A' });
    const answer = await agent.call(`PATCH /people/${id}`, body);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, field]);
  });
});
