import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { paged } from '../../test/paged.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let works: Json;
let stranger: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent');
  stranger = (await world.found()).administrator;
  works = (await agent.call('POST /organizations', { name: 'Works' })).body;
});
afterAll(() => world.close());

const right = {
  kind: 'company',
  name: 'ООО «Завод»',
  inn: '77 0708 3893',
  kpp: '773601001',
  ogrn: '1027700132195',
  address: 'Москва',
};
const addEntity = (body: object, by = agent) => by.call('POST /legal-entities', body);
const entities = async (): Promise<Json[]> =>
  (await agent.call(`GET /organizations/${works.id}`)).body.legalEntities;

describe('a legal entity', () => {
  test('of an organization is kept with its numbers, changed and removed', async () => {
    const { status, body } = await addEntity({ ...right, organizationId: works.id });
    expect([status, body]).toMatchObject([201, { ...right, inn: '7707083893', version: 1 }]);
    const second = { kind: 'entrepreneur', name: 'ИП Петров', inn: '500100732259' };
    await addEntity({ ...second, organizationId: works.id });
    expect((await entities()).map(({ name }) => name)).toEqual(['ООО «Завод»', 'ИП Петров']);
    expect((await agent.call(`GET /organizations/${works.id}`)).body.inn).toBe('7707083893');
    const changed = await agent.call(`PATCH /legal-entities/${body.id}`, { version: 1, kpp: '' });
    expect(changed).toMatchObject({ status: 200, body: { kpp: null, version: 2 } });
    expect(await agent.call(`PATCH /legal-entities/${body.id}`, { version: 1 })).toMatchObject({
      status: 409,
    });
    await agent.call(`DELETE /legal-entities/${body.id}`);
    expect((await entities()).map(({ name }) => name)).toEqual(['ИП Петров']);
  });

  test.each([
    [{ inn: '7707083894' }, ['inn', 'inn_checksum']],
    [{ inn: '770708389' }, ['inn', 'inn_length']],
    [{ inn: '500100732259' }, ['inn', 'inn_of_person']],
    [{ kpp: '7736' }, ['kpp', 'kpp_shape']],
    [{ ogrn: '1027700132190' }, ['ogrn', 'ogrn_checksum']],
    [{ kind: 'entrepreneur' }, ['inn', 'inn_of_company']],
  ])('with %j is refused, and what is wrong is said', async (wrong, [field, code]) => {
    const answer = await addEntity({ ...right, ...wrong, organizationId: works.id });
    expect(answer).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    expect(answer.body.errors).toContainEqual({ field, code });
  });

  test('of our own company is for who changes the company, and is audited', async () => {
    const own = { ...right, organizationId: null };
    expect(await addEntity(own)).toMatchObject({
      status: 403,
      body: { code: 'permission.missing' },
    });
    const { body } = await addEntity(own, company.administrator);
    expect((await agent.call('GET /legal-entities')).body.items).toMatchObject([{ id: body.id }]);
    expect(await agent.call(`DELETE /legal-entities/${body.id}`)).toMatchObject({ status: 403 });
    const { body: audit } = await company.administrator.call('GET /audit');
    expect(audit.items).toContainEqual(
      expect.objectContaining({
        action: 'legal-entity.added',
        after: expect.objectContaining({ inn: '7707083893' }),
      }),
    );
  });

  test('of another company is not there', async () => {
    const other = await world.found();
    expect(
      await addEntity({ ...right, organizationId: works.id }, other.administrator),
    ).toMatchObject({ status: 404, body: { code: 'organization.not_found' } });
  });
});

describe('the INN of an organization', () => {
  test('is that of its first legal entity, which is made when there is none', async () => {
    const { body } = await agent.call('POST /organizations', { name: 'Mill', inn: '7736050003' });
    expect(body).toMatchObject({
      inn: '7736050003',
      legalEntities: [{ name: 'Mill', inn: '7736050003', kind: 'company' }],
    });
    const changed = await agent.call(`PATCH /organizations/${body.id}`, { inn: '7707083893' });
    expect(changed.body).toMatchObject({ inn: '7707083893', legalEntities: [{ version: 2 }] });
  });

  test('that no register can have is refused', async () => {
    const answer = await agent.call('POST /organizations', { name: 'Mill', inn: '7736050004' });
    expect(answer.body.errors).toEqual([{ field: 'inn', code: 'inn_checksum' }]);
    expect((await agent.call('GET /organizations?q=mill')).body.items).toHaveLength(1);
  });
});

describe('a branch', () => {
  test('is a place of an organization where people are, until it is gone', async () => {
    const { body: north } = await agent.call(`POST /organizations/${works.id}/branches`, {
      name: 'Север',
      address: 'Мурманск',
      timeZone: 'Europe/Moscow',
    });
    await agent.call(`PATCH /branches/${north.id}`, { version: 1, name: 'Северный' });
    const person = { name: 'A', organizationId: works.id, branchId: north.id };
    const { body: card } = await agent.call('POST /people', person);
    expect(card.branch).toEqual({ id: north.id, name: 'Северный' });
    expect((await agent.call(`GET /organizations/${works.id}`)).body.branches).toMatchObject([
      { name: 'Северный', address: 'Мурманск', version: 2 },
    ]);
    await agent.call(`POST /organizations/${works.id}/branches`, { name: 'Омск' });
    const whose = { id: works.id, name: works.name };
    expect((await agent.call(`GET /branches/${north.id}`)).body).toMatchObject({
      name: 'Северный',
      organization: whose,
    });
    const found = await agent.call(`GET /branches?q=${encodeURIComponent(`МУРМ ${works.name}`)}`);
    expect(found.body.items).toMatchObject([{ id: north.id, organization: whose }]);
    expect(await paged(agent.call, 'branches')).toMatchObject([{ name: 'Омск' }, { id: north.id }]);
    expect((await stranger.call(`GET /branches/${north.id}`)).status).toBe(404);
    expect((await stranger.call('GET /branches')).body.items).toEqual([]);
    await agent.call(`DELETE /branches/${north.id}`);
    expect((await agent.call(`GET /people/${card.id}`)).body).toMatchObject({
      branch: null,
      organization: { id: works.id },
    });
  });

  test('of another organization is refused; who leaves an organization leaves its branch', async () => {
    const { body: mill } = await agent.call('POST /organizations', { name: 'Hill' });
    const { body: east } = await agent.call(`POST /organizations/${mill.id}/branches`, {
      name: 'E',
    });
    const wrong = { name: 'A', organizationId: works.id, branchId: east.id };
    expect(await agent.call('POST /people', wrong)).toMatchObject({
      status: 422,
      body: { code: 'branch.not_found' },
    });
    const { body: card } = await agent.call('POST /people', { ...wrong, organizationId: mill.id });
    const moved = await agent.call(`PATCH /people/${card.id}`, { organizationId: works.id });
    expect(moved.body.branch).toBeNull();
  });
});

describe('a phone', () => {
  test('is read as dialled in the country of the company', async () => {
    const berlin = await world.found({ timeZone: 'Europe/Berlin' });
    const by = berlin.administrator;
    const { body } = await by.call('POST /people', { name: 'Uwe', phone: '030 901820' });
    for (const phone of ['+4930901820', '0049 30 901820', '030/901820']) {
      const found = await by.call(`GET /people?phone=${encodeURIComponent(phone)}`);
      expect(found.body.items).toMatchObject([{ id: body.id }]);
    }
    const asked = { subject: 'A', body: 'B', requester: { phone: '(030) 901820' } };
    expect((await by.call('POST /tickets', asked)).body.requester.id).toBe(body.id);
  });
});
