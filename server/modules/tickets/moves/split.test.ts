import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
});
afterAll(() => world.close());

/** A conversation of three: the customer's question, an answer, a note. */
async function conversation(): Promise<{ ticket: Json; ids: string[] }> {
  const { body: ticket } = await agent.call('POST /tickets', {
    subject: 'Two matters',
    body: 'The printer jams, and the bill is wrong',
    requester: { email: 'rita@requester.test', name: 'Rita' },
    tags: ['vip'],
    assigneeId: agent.id,
  });
  for (const [body, visibility] of [
    ['About the bill', 'public'],
    ['Ask accounting', 'internal'],
  ]) {
    world.clock.move({ seconds: 60 });
    await agent.call(`POST /tickets/${ticket.id}/messages`, { body, visibility });
  }
  const { items } = (await agent.call(`GET /tickets/${ticket.id}/messages`)).body;
  return { ticket, ids: items.map(({ id }: Json) => id as string) };
}

const split = (ticket: Json, messageIds: string[], parts: object = {}, by = agent) =>
  by.call(`POST /tickets/${ticket.id}/split`, { messageIds, ...parts });
const read = async (ref: string): Promise<Json> => (await agent.call(`GET /tickets/${ref}`)).body;
const texts = async (ref: string): Promise<string[]> =>
  (await agent.call(`GET /tickets/${ref}/messages`)).body.items.map((one: Json) => one.text);
const undo = (ticket: Json, moveId: string) =>
  agent.call(`POST /tickets/${ticket.id}/moves/${moveId}/undo`);
const open = async (): Promise<number> =>
  (await agent.call('GET /views')).body.items.find(({ key }: Json) => key === 'open').count;

describe('splitting', () => {
  test('gives the chosen messages a ticket of their own with the same customer', async () => {
    const { ticket, ids } = await conversation();
    const before = await open();
    const chosen = [ids[1] as string, ids[2] as string];
    const { status, body } = await split(ticket, chosen, { subject: 'The bill' });
    expect(status).toBe(201);
    expect(body.ticket).toMatchObject({
      subject: 'The bill',
      status: 'open',
      requester: { id: ticket.requester.id },
      assignee: { id: agent.id },
      tags: ['vip'],
      messageCount: 2,
      preview: 'About the bill',
      lastMessageBy: 'agent',
    });
    expect(body.ticket.number).toBeGreaterThan(ticket.number);
    expect(await texts(body.ticket.id)).toEqual(['About the bill', 'Ask accounting']);
    expect(await read(ticket.id)).toMatchObject({
      messageCount: 1,
      lastMessageBy: 'customer',
      firstRespondedAt: null,
    });
    expect((await open()) - before).toBe(1);
    const [told] = await world.events(company, { ticketId: ticket.id, name: 'ticket.split' });
    expect(told?.changes[0]).toMatchObject({
      field: 'splitInto',
      to: { name: `#${body.ticket.number} The bill` },
    });
    const [born] = await world.events(company, {
      ticketId: body.ticket.id,
      name: 'ticket.split-off',
    });
    expect(born?.changes[0]).toMatchObject({ field: 'splitFrom', to: { id: ticket.id } });
  });

  test('is taken back: the messages are home, the number leads there', async () => {
    const { ticket, ids } = await conversation();
    const before = await open();
    const { moveId, ticket: born } = (await split(ticket, [ids[1] as string])).body;
    const { body } = await undo(ticket, moveId);
    expect(body).toMatchObject({
      returned: 1,
      stayed: 0,
      ticket: { id: ticket.id, messageCount: 3 },
    });
    expect(await texts(ticket.id)).toHaveLength(3);
    expect(await read(born.id)).toMatchObject({ mergedInto: { number: ticket.number } });
    expect(await open()).toBe(before);
  });

  test('is taken back without what was written since: that keeps its ticket', async () => {
    const { ticket, ids } = await conversation();
    const { moveId, ticket: born } = (await split(ticket, [ids[1] as string])).body;
    world.clock.move({ seconds: 60 });
    await agent.call(`POST /tickets/${born.id}/messages`, { body: 'Written since' });
    expect((await undo(born, moveId)).body).toMatchObject({ returned: 1, stayed: 1 });
    expect(await texts(born.id)).toEqual(['Written since']);
    expect(await read(born.id)).toMatchObject({
      mergedInto: null,
      messageCount: 1,
      status: 'open',
    });
    expect(await texts(ticket.id)).toHaveLength(3);
  });

  test('takes neither all messages, nor those of another ticket, nor without the right', async () => {
    const { ticket, ids } = await conversation();
    const other = await conversation();
    expect((await split(ticket, ids)).body.code).toBe('split.all');
    expect((await split(ticket, [other.ids[0] as string])).body.code).toBe('message.not_found');
    const [first] = ids as [string];
    expect((await split(ticket, [first], { version: 99 })).body.code).toBe('version.conflict');
    const observer = await company.hire('observer');
    expect((await split(ticket, [first], {}, observer)).status).toBe(403);
    const foreign = await world.found();
    expect((await split(ticket, [first], {}, foreign.administrator)).status).toBe(404);
    expect(await texts(ticket.id)).toHaveLength(3);
  });

  test('of the same messages by two at once happens once', async () => {
    const { ticket, ids } = await conversation();
    const chosen = [ids[1] as string];
    const both = await Promise.all([split(ticket, chosen), split(ticket, chosen)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });

  test('and merging again shows in what belongs together', async () => {
    const { ticket, ids } = await conversation();
    const { ticket: born } = (await split(ticket, [ids[1] as string])).body;
    const related = (await agent.call(`GET /tickets/${ticket.id}/related`)).body;
    expect(related.moves).toMatchObject([
      { kind: 'split_off', messages: 1, by: 'Olga', ticket: { number: born.number } },
    ]);
    const ofBorn = (await agent.call(`GET /tickets/${born.id}/related`)).body;
    expect(ofBorn.moves).toMatchObject([{ kind: 'split_from', ticket: { number: ticket.number } }]);
  });
});
