import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterText } from '../../test/mail/letters.ts';
import type { Company, Person } from '../../test/company.ts';
import type { Json } from '../../test/caller.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent');
});
afterAll(() => world.close());

const addPerson = (body: object) => agent.call('POST /people', body);
const addOrganization = (body: object) => agent.call('POST /organizations', body);
const findBy = async (query: string): Promise<Json[]> =>
  (await agent.call(`GET /people?${query}`)).body.items;

describe('a person', () => {
  test('is added with what they are reached by, found by any of it and by their name', async () => {
    const { status, body } = await addPerson({
      name: 'Rita Berg',
      email: 'Rita@Person.test',
      phone: '8 (912) 345-67-89',
      contacts: [{ kind: 'telegram', value: '@rita' }],
    });
    expect([status, body]).toMatchObject([
      201,
      {
        name: 'Rita Berg',
        contacts: [
          { kind: 'email', value: 'Rita@Person.test' },
          { kind: 'phone', value: '8 (912) 345-67-89' },
          { kind: 'telegram', value: '@rita' },
        ],
        version: 1,
      },
    ]);
    for (const query of [
      'email=rita@person.TEST',
      'phone=%2B79123456789',
      'q=berg',
      'q=RITA@per',
    ]) {
      expect((await findBy(query)).map(({ id }) => id)).toEqual([body.id]);
    }
    const added = await world.events(company, { name: 'person.added' });
    expect(added.at(-1)).toMatchObject({ personId: body.id });
  });

  test('is found in Russian whatever the case', async () => {
    const { body } = await addPerson({ name: 'Ёлкина Жанна' });
    expect((await findBy(`q=${encodeURIComponent('ёлкинА')}`)).map(({ id }) => id)).toEqual([
      body.id,
    ]);
  });

  test.each(['%25', '_', '%5C'])(
    'is not found by the sign "%s" that means anything to a database',
    async (q) => {
      expect(await findBy(`q=${q}`)).toEqual([]);
    },
  );

  test('does not take the address of somebody else', async () => {
    await addPerson({ name: 'First', email: 'taken@person.test' });
    const { body: second } = await addPerson({ name: 'Second' });
    const taken = [{ kind: 'email', value: 'TAKEN@person.test' }];
    for (const answer of [
      await addPerson({ name: 'Third', contacts: taken }),
      await agent.call(`PATCH /people/${second.id}`, { contacts: taken }),
    ]) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'contact.taken' } });
    }
    expect(await findBy('q=Third')).toEqual([]);
  });

  test('keeps what was not named; contacts become what is sent', async () => {
    const { body } = await addPerson({ name: 'Vera', email: 'vera@person.test', note: 'Nice' });
    const contacts = [{ kind: 'email', value: 'vera@new.test' }];
    const changed = await agent.call(`PATCH /people/${body.id}`, { contacts, vip: true });
    expect(changed.body).toMatchObject({
      name: 'Vera',
      note: 'Nice',
      vip: true,
      version: 2,
      contacts,
    });
    expect(await findBy('email=vera@person.test')).toEqual([]);
  });

  test('changed meanwhile is not changed over', async () => {
    const { body } = await addPerson({ name: 'Dina' });
    await agent.call(`PATCH /people/${body.id}`, { version: 1, name: 'Dinah' });
    const late = await agent.call(`PATCH /people/${body.id}`, { version: 1, name: 'Diana' });
    expect(late).toMatchObject({ status: 409, body: { code: 'version.conflict' } });
  });

  test.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'X', email: 'x' }, 'email'],
    [{ name: 'X', contacts: [{ kind: 'email', value: 'x' }] }, 'contacts.0.value'],
    [{ name: 'X', contacts: [{ kind: 'phone', value: 'abc' }] }, 'contacts.0.value'],
    [{ name: 'X', contacts: [{ kind: 'pigeon', value: 'x' }] }, 'contacts.0.kind'],
    [{ name: 'X', locale: 'fr' }, 'locale'],
  ])('like %j is refused and %s is named', async (body, field) => {
    const answer = await addPerson(body);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, field]);
  });

  test('shows all their tickets', async () => {
    const { body: person } = await addPerson({ name: 'Zoe' });
    const asked = { subject: 'A', body: 'B', requester: { id: person.id } };
    const { body: ticket } = await agent.call('POST /tickets', asked);
    const { body } = await agent.call(`GET /tickets?requester=${person.id}`);
    expect(body.items.map(({ id }: Json) => id)).toEqual([ticket.id]);
  });
});

describe('a list of people', () => {
  test('read two at a time holds each of them once, in the order of their names', async () => {
    const other = await world.found();
    const by = await other.hire('agent');
    const names = [
      'Яна',
      'яна',
      'Анна',
      'Ёлка',
      'ёж',
      'Bob',
      'bob',
      'İrem',
      'Straße',
      '#1',
      'Анна',
    ];
    for (const name of names) {
      await by.call('POST /people', { name });
    }
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await by.call(`GET /people?limit=2${after && `&after=${after}`}`);
      seen.push(...body.items.map(({ name }: Json) => name));
      if (body.next === null) {
        break;
      }
      after = body.next;
    }
    const whole = (await by.call('GET /people?limit=200')).body.items.map(({ name }: Json) => name);
    expect(seen).toEqual(whole);
    expect(seen.toSorted()).toEqual(names.toSorted());
  });
});

describe('an organization', () => {
  test('has the people who write from its domain', async () => {
    const { body } = await addOrganization({
      name: 'Works',
      domains: ['@Works.test', 'works.test'],
    });
    expect(body).toMatchObject({ domains: ['works.test'], people: 0 });
    await world.mail(company, letterText('w1', { From: 'Fay <fay@WORKS.test>' }));
    expect(await findBy('email=fay@works.test')).toMatchObject([
      { organization: { name: 'Works' } },
    ]);
    const { body: list } = await agent.call(`GET /tickets?organization=${body.id}`);
    expect(list.items).toHaveLength(1);
    expect((await agent.call(`GET /organizations/${body.id}`)).body.people).toBe(1);
  });

  test('does not take the domain of another', async () => {
    await addOrganization({ name: 'Mill', domains: ['mill.test'] });
    expect(await addOrganization({ name: 'Hill', domains: ['mill.test'] })).toMatchObject({
      status: 422,
      body: { code: 'organization.domain_taken' },
    });
  });

  test.each([
    [{ name: 'X', domains: ['no domain'] }, 'domains.0'],
    [{ name: 'X', inn: '12' }, 'inn'],
  ])('like %j is refused and %s is named', async (body, field) => {
    const answer = await addOrganization(body);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, field]);
  });
});

describe('a writer', () => {
  test('who sends many letters at once for the first time is one person', async () => {
    const letters = Array.from({ length: 8 }, (_, n) =>
      letterText(`many${n}`, { From: `Many <${n % 2 === 0 ? 'many' : 'MANY'}@writer.test>` }),
    );
    await Promise.all(letters.map((letter) => world.mail(company, letter, { settle: false })));
    await world.settle();
    const people = await findBy('email=many@writer.test');
    expect(people).toHaveLength(1);
    const { body } = await agent.call(`GET /tickets?requester=${people[0].id}`);
    expect(body.items).toHaveLength(8);
  });

  test('named by two calls at once is one person', async () => {
    const asked = { subject: 'A', body: 'B', requester: { email: 'twice@writer.test' } };
    const answers = await Promise.all([1, 2, 3, 4].map(() => agent.call('POST /tickets', asked)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.requester.id)).size).toBe(1);
  });

  test.each([
    ['Anna Sergeeva <a1@writer.test>', 'Anna Sergeeva'],
    ['anna.sergeeva@writer.test', 'Anna Sergeeva'],
    ['x7k+tag@writer.test', 'x7k+tag@writer.test'],
  ])('%s is called %s', async (from, name) => {
    const address = /[^\s<]+@[^\s>]+/.exec(from)?.[0] ?? '';
    await world.mail(company, letterText(`n-${address}`, { From: from }));
    const found = await findBy(`email=${encodeURIComponent(address)}`);
    expect(found.map((person) => person.name)).toEqual([name]);
  });

  test('of one company is nobody in another', async () => {
    const other = await world.found();
    await addPerson({ name: 'Only here', email: 'here@writer.test' });
    await world.mail(other, letterText('h1', { From: 'There <here@writer.test>' }));
    const { body } = await other.administrator.call('GET /people?email=here@writer.test');
    expect(body.items).toMatchObject([{ name: 'There' }]);
  });
});
