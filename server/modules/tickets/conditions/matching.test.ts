import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Company } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import type { Condition } from './condition.ts';

let world: World;
let company: Company;
const numbers = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  const tickets = [
    { subject: 'Касса не бьёт чеки', body: 'Помогите', priority: 'urgent', tags: ['касса'] },
    { subject: 'Вопрос', body: 'Когда привезут кассы?', region: 'Казань' },
    { subject: 'Возврат', body: 'Верните деньги', fields: { sum: 900 }, type: 'complaint' },
  ];
  for (const [at, parts] of tickets.entries()) {
    const { body } = await company.administrator.call('POST /tickets', {
      requester: { email: `c${at}@acme.test`, name: 'C' },
      ...parts,
    });
    numbers.set(body.id as string, 'abc'.charAt(at));
  }
});
afterAll(() => world.close());

const matching = async (condition: Condition) => {
  const { status, body } = await company.administrator.call('POST /tickets/matching', {
    condition,
  });
  expect(status).toBe(200);
  const found = body.tickets.map(({ id }: { id: string }) => numbers.get(id)).toSorted();
  return { found: found.join(''), problems: body.problems, looked: body.looked };
};

describe('which tickets a condition holds for', () => {
  test.each<[Condition, string]>([
    [{ all: [] }, 'abc'],
    [{ any: [] }, ''],
    [{ field: 'text', operator: 'any', values: ['кассе'] }, 'ab'],
    [{ field: 'priority', operator: 'at_least', values: ['high'] }, 'a'],
    [{ none: [{ field: 'priority', operator: 'at_least', values: ['high'] }] }, 'bc'],
    [{ none: [{ field: 'text', operator: 'any', values: ['касса'] }] }, 'c'],
    [{ field: 'region', operator: 'not_in', values: ['казань'] }, 'ac'],
    [{ field: 'region', operator: 'contains', values: ['аза'] }, 'b'],
    [{ field: 'region', operator: 'empty' }, 'ac'],
    [{ field: 'tags', operator: 'any', values: ['Касса'] }, 'a'],
    [{ field: 'type', operator: 'in', values: ['complaint'] }, 'c'],
    [{ field: 'own', name: 'sum', operator: 'at_least', values: ['500'] }, 'c'],
    [{ field: 'email', operator: 'in', values: ['c1@acme.test'] }, 'b'],
    [{ field: 'status', operator: 'in', values: ['any_open'] }, 'abc'],
    [{ field: 'snoozed', operator: 'in', values: ['yes'] }, ''],
    [{ field: 'assignee', operator: 'filled' }, ''],
    [
      {
        any: [
          { field: 'type', operator: 'in', values: ['complaint'] },
          { field: 'text', operator: 'any', values: ['чек'] },
        ],
      },
      'ac',
    ],
  ])('%j', async (condition, expected) => {
    expect((await matching(condition)).found).toBe(expected);
  });

  test('what it names and is not there is said, not refused', async () => {
    const { found, problems } = await matching({
      all: [{ field: 'team', operator: 'in', values: ['01900000-0000-7000-8000-00000000dead'] }],
    });
    expect(found).toBe('');
    expect(problems).toEqual([{ path: 'all.0.values.0', code: 'gone' }]);
  });

  test('what cannot be understood is refused with its place', async () => {
    const { status, body } = await company.administrator.call('POST /tickets/matching', {
      condition: { all: [{ field: 'team', operator: 'in', values: ['x'] }] },
    });
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'condition.all.0.values.0', code: 'not_uuid' }],
    ]);
  });
});
