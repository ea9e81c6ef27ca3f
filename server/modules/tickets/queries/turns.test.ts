import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import type { AnyQuery } from '../../../kernel/queries.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { getTicket } from './get-ticket.ts';
import { listEvents } from './list-events.ts';
import { listMessages } from './list-messages.ts';

let world: World;
let company: Company;
let agent: Person;
let ticket: { id: string; number: number };
beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent');
  const requester = { email: 'rita@requester.test' };
  const { body } = await agent.call('POST /tickets', {
    subject: 'Printer',
    body: 'It jams',
    requester,
  });
  ticket = body;
  await agent.call(`PUT /tickets/${ticket.id}/followers/${agent.id}`);
  await agent.call(`POST /tickets/${ticket.id}/messages`, {
    body: 'On my way',
    visibility: 'internal',
  });
});
afterAll(() => world.close());

/** A turn begins with a statement that is sent while none is on its way: what a request waits for, whatever the network. */
async function watched(query: AnyQuery, input: object) {
  const seen = { turns: 0, statements: 0 };
  let underWay = 0;
  const output = await world.db.read(company.id, async (db) => {
    const executor = db.getExecutor();
    const send = executor.executeQuery.bind(executor);
    executor.executeQuery = (async (...asked: Parameters<typeof send>) => {
      seen.statements += 1;
      seen.turns += underWay === 0 ? 1 : 0;
      underWay += 1;
      return send(...asked).finally(() => {
        underWay -= 1;
      });
    }) as typeof executor.executeQuery;
    try {
      const actor = systemActor(company.id);
      return await query.run({ db: db as Reader, actor, now: world.clock.now() }, input);
    } finally {
      executor.executeQuery = send;
    }
  });
  return { ...seen, output };
}

describe('reading a ticket is one way to the database and back', () => {
  test.each([
    ['the ticket', getTicket, {}, 3],
    ['its messages', listMessages, { limit: 50 }, 2],
    ['its history', listEvents, { limit: 50 }, 2],
  ] as const)('%s, by id and by number', async (_name, query, more, atMost) => {
    const byId = await watched(query, { ticketId: ticket.id, ...more });
    expect(byId.turns).toBe(1);
    expect(byId.statements).toBeLessThanOrEqual(atMost);
    const byNumber = await watched(query, { ticketId: String(ticket.number), ...more });
    expect(byNumber).toEqual(byId);
  });
});

test('messages come with their files, in their order', async () => {
  const files = [];
  for (const name of ['a.txt', 'b.txt']) {
    files.push(
      (
        await agent.call(`POST /files?name=${name}`, Buffer.from('content'), {
          'content-type': 'text/plain',
        })
      ).body,
    );
  }
  await agent.call(`POST /tickets/${ticket.id}/messages`, {
    body: 'Both',
    visibility: 'internal',
    attachments: files.map(({ id }) => id).toReversed(),
  });
  const { body } = await agent.call(`GET /tickets/${ticket.number}/messages`);
  const names = body.items.map((message: { files: { name: string; size: number }[] }) =>
    message.files.map(({ name, size }) => `${name} ${size}`),
  );
  expect(names).toEqual([[], [], ['b.txt 7', 'a.txt 7']]);
});
