import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Step = { name: string; done: boolean; skipped: boolean };
const done = (steps: Step[]) => steps.filter((step) => step.done).map(({ name }) => name);

test('a first step is done when it is, and undone again', async () => {
  const company = await world.found();
  const { call } = company.administrator;
  const steps = async () => (await call('GET /guide')).body.steps as Step[];
  expect(done(await steps())).toEqual([]);
  expect((await steps()).map(({ name }) => name)).toEqual([
    'letter',
    'mailbox',
    'team',
    'colleagues',
    'answer',
    'backup',
    'totp',
  ]);
  const team = await company.team('Desk');
  await company.hire('agent');
  const { body } = await call('POST /tickets', {
    subject: 'First',
    body: 'Hello',
    requester: { email: 'real@customer.test' },
  });
  expect(done(await steps())).toEqual(['letter', 'team', 'colleagues']);
  await call(`POST /tickets/${body.id}/messages`, { body: 'Good morning' });
  expect(done(await steps())).toEqual(['letter', 'team', 'colleagues', 'answer']);
  await call(`DELETE /teams/${team.id}`);
  expect(done(await steps())).toEqual(['letter', 'colleagues', 'answer']);
});

test('what is not wanted is set aside, by whoever may', async () => {
  const company = await world.found();
  const { call } = company.administrator;
  const agent = await company.hire('agent');
  expect((await agent.call('GET /guide')).body.steps).toEqual([]);
  expect(await agent.call('PUT /guide/steps/backup', { skipped: true })).toMatchObject({
    status: 403,
  });
  await call('PUT /guide/steps/backup', { skipped: true });
  const skipped = async () =>
    ((await call('GET /guide')).body.steps as Step[]).find(({ name }) => name === 'backup')
      ?.skipped;
  expect(await skipped()).toBe(true);
  await call('PUT /guide/steps/backup', { skipped: false });
  expect(await skipped()).toBe(false);
  expect(await call('PUT /guide/steps/nothing', { skipped: true })).toMatchObject({ status: 400 });
});

test('a tour is remembered for its person, and for nobody else', async () => {
  const company = await world.found();
  const { call } = company.administrator;
  const agent = await company.hire('agent');
  await agent.call('PUT /guide/tours/agent', { state: 'running', step: 2 });
  await agent.call('PUT /guide/tours/agent', { state: 'left', step: 3 });
  expect((await agent.call('GET /guide')).body.tours).toEqual([
    { tour: 'agent', state: 'left', step: 3 },
  ]);
  expect((await call('GET /guide')).body.tours).toEqual([]);
  const { body } = await agent.call('POST /tokens', { name: 'Robot', scopes: ['ticket.read'] });
  expect(
    await world.as(body.token)('PUT /guide/tours/agent', { state: 'done', step: 0 }),
  ).toMatchObject({ status: 403 });
});
