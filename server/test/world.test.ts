import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterText } from './mail/letters.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('a letter handed in is a ticket that the agent sees', async () => {
  const company = await world.found();
  const agent = await company.hire('agent');
  await world.mail(company, letterText('one'));
  const { body } = await agent.call('GET /tickets');
  expect(body.items).toMatchObject([{ subject: 'Question one', requester: { name: 'Anna' } }]);
  const names = (await world.events(company, { ticketId: body.items[0].id })).map(
    ({ name }) => name,
  );
  expect(names).toEqual(['ticket.opened', 'message.received']);
});
