import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let keeper: Person;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  keeper = company.administrator;
  agent = await company.hire('agent', { name: 'Olga' });
});
afterAll(() => world.close());

const steps = [
  {
    id: 'power',
    text: 'Does it have power?',
    answers: [
      { text: 'Yes', next: 'restart' },
      { text: 'No', next: null },
    ],
    next: null,
  },
  { id: 'restart', text: 'Restart it, please', answers: [], next: null },
];
const add = (name: string, more: object = {}) =>
  keeper.call('POST /talk-scripts', { name, steps, ...more });
const requester = { email: 'rita@there.test' };
const ticket = async (more: object = {}): Promise<Json> =>
  (await agent.call('POST /tickets', { subject: 'Till', body: 'Dead', requester, ...more })).body;

test('the way of a talk is kept as a note, by who had it, and counts', async () => {
  const script = (await add('Dead till')).body;
  const { id } = await ticket();
  const taken = [
    { step: 'power', answer: 0 },
    { step: 'restart', answer: null },
  ];
  const at = `POST /tickets/${id}/talk-scripts/${script.id}/path` as const;
  expect((await agent.call(at, { taken })).status).toBe(201);
  const { items } = (await agent.call(`GET /tickets/${id}/messages`)).body;
  expect(items.at(-1)).toMatchObject({
    visibility: 'internal',
    author: { id: agent.id },
    text: 'Dead till\n• Does it have power? — Yes\n• Restart it, please',
  });
  const wrong = await agent.call(at, { taken: [{ step: 'restart', answer: null }] });
  expect(wrong.body.code).toBe('script.changed_meanwhile');
  const { items: known } = (await agent.call('GET /talk-scripts')).body;
  expect(known[0].uses).toBe(1);
});

const ofType = (type: string) => ({ field: 'type', operator: 'in', values: [type] });

test('a ticket is offered the scripts whose conditions hold for it, the closest first', async () => {
  const about = { field: 'text', operator: 'any', values: ['касса'] };
  await add('For all');
  await add('For incidents', { condition: ofType('incident') });
  await add('For tasks', { condition: ofType('task') });
  await add('For tills of ours', {
    condition: {
      all: [
        about,
        ofType('incident'),
        { field: 'email', operator: 'in', values: ['there.test'] },
        { none: [{ field: 'slaState', operator: 'in', values: ['breached'] }] },
      ],
    },
  });
  const offered = async (more: object) => {
    const { id } = await ticket(more);
    const { items } = (await agent.call(`GET /tickets/${id}/talk-scripts`)).body;
    return items.map(({ name }: Json) => name).filter((name: string) => name.startsWith('For'));
  };
  expect(await offered({ type: 'incident', body: 'Сломались обе кассы' })).toEqual([
    'For tills of ours',
    'For incidents',
    'For all',
  ]);
  expect(await offered({ type: 'task' })).toEqual(['For tasks', 'For all']);
  const stranger = await company.hire({ permissions: ['ticket.read'], scope: 'teams' });
  const { id } = await ticket({ teamId: (await company.team('Secret')).id });
  expect((await stranger.call(`GET /tickets/${id}/talk-scripts`)).status).toBe(404);
});

test('a script says what its condition names and is gone, and refuses what it cannot understand', async () => {
  const dead = '01900000-0000-7000-8000-00000000dead';
  const { body } = await add('Of a team that was', {
    condition: { all: [{ field: 'team', operator: 'in', values: [dead] }] },
  });
  expect(body.conditionProblems).toEqual([{ path: 'all.0.values.0', code: 'gone' }]);
  const wrong = await add('Nonsense', { condition: { all: [ofType('nonsense')] } });
  expect(wrong.body.errors).toEqual([{ field: 'condition.all.0.values.0', code: 'not_allowed' }]);
  const changed = await keeper.call(`PATCH /talk-scripts/${body.id}`, {
    condition: ofType('task'),
  });
  expect(changed.body).toMatchObject({ condition: ofType('task'), conditionProblems: [] });
});

test('what leads nowhere, who may not keep scripts, and another company are refused', async () => {
  const broken = [{ ...steps[1], next: 'nowhere' }];
  expect((await add('Broken', { steps: broken })).body.errors).toEqual([
    { field: 'steps.0', code: 'no_step' },
  ]);
  expect((await add('Twice', { steps: [steps[1], steps[1]] })).body.errors[0].code).toBe(
    'step_twice',
  );
  const lost = (await add('Lost', { steps: [steps[1], steps[0]] })).body;
  expect(lost.problems).toEqual([{ step: 'power', code: 'lost' }]);
  expect((await add('lost')).body.errors).toEqual([{ field: 'name', code: 'taken' }]);
  expect((await agent.call(`DELETE /talk-scripts/${lost.id}`)).status).toBe(403);
  const stranger = (await world.found()).administrator;
  expect((await stranger.call(`DELETE /talk-scripts/${lost.id}`)).status).toBe(404);
  expect((await stranger.call('GET /talk-scripts')).body.items).toEqual([]);
});
