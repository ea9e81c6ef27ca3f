import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Json } from '../../test/caller.ts';
import { parseLetter } from './email/letter/parse-letter.ts';
import { address, openMailWorld, type MailNode, type MailWorld } from './test-harness.ts';
import { letterText } from '../../test/mail/letters.ts';

let mail: MailWorld;
let channelId: string;
let count = 0;

beforeAll(async () => {
  mail = await openMailWorld();
  const { host, port } = mail.smtp;
  const smtp = { host, port, security: 'none', user: address, password: 'secret' };
  channelId = (await mail.connect({ settings: { smtp } })).id;
});
afterAll(() => mail.close());
beforeEach(() => {
  count += 1;
  mail.smtp.letters.length = 0;
  mail.smtp.faults.letters.length = 0;
});

async function opened(): Promise<string> {
  const mark = `held-${count}`;
  const from = `Rita <rita${count}@customer.test>`;
  await mail.world.mail(mail.company, letterText(mark, { From: from }), { channelId });
  const found = (await mail.tickets()).find(({ subject }) => subject === `Question ${mark}`);
  return found?.id ?? '';
}

const answer = async (ticketId: string, more: object = {}): Promise<Json> =>
  (await mail.call(`POST /tickets/${ticketId}/messages`, { body: 'Try this', ...more })).body;
const stateOf = async (ticketId: string, messageId: string): Promise<Json> => {
  const { body } = await mail.call(`GET /tickets/${ticketId}/messages`);
  return body.items.find(({ id }: Json) => id === messageId)?.delivery?.state;
};

/** Time passes, and the letters that waited for it are due. */
async function later(seconds: number): Promise<void> {
  mail.world.clock.move({ seconds });
  await makeDue();
  await mail.world.settle();
}

/** Work that waits for its hour or for its next try, by the clock of the database, begins now. */
async function makeDue(): Promise<void> {
  const { world } = mail;
  await world.admin.query(
    `update job_queue.job set start_after = now() - interval '1 second'
      where name = 'send-letter' and state in ('created', 'retry')`,
  );
  await world.admin.query(
    `select pg_notify('pgboss_' || left(encode(sha224('job_queue'::bytea), 'hex'), 24), 'send-letter')`,
  );
}

/** Letters of this try of this test: one that failed before may leave late. */
const own = () => mail.smtp.letters.filter(({ raw }) => raw.includes(`held-${count}`));

/** Once: whoever finds the job first, and however busy the machine is. */
const left = (ticketId: string, messageId: string) =>
  vi.waitFor(
    async () => expect([own().length, await stateOf(ticketId, messageId)]).toEqual([1, 'sent']),
    { timeout: 15_000, interval: 100 },
  );

describe('a letter that can be taken back', () => {
  test('leaves only when its time is over, however early its job comes', async () => {
    const ticketId = await opened();
    const sent = await answer(ticketId, { undoSeconds: 10 });
    await mail.world.settle();
    await later(9);
    expect([mail.smtp.letters.length, await stateOf(ticketId, sent.id)]).toEqual([0, 'queued']);
    await later(1);
    expect([mail.smtp.letters.length, await stateOf(ticketId, sent.id)]).toEqual([1, 'sent']);
  });

  test('never leaves when it was taken back, and leaves no trace of a letter', async () => {
    const ticketId = await opened();
    const sent = await answer(ticketId, { undoSeconds: 10 });
    await mail.world.settle();
    const at = `/tickets/${ticketId}/messages/${sent.id}` as const;
    expect((await mail.call(`DELETE ${at}`)).status).toBe(200);
    await later(11);
    expect(mail.smtp.letters).toHaveLength(0);
    const { rows } = await mail.world.admin.query(
      'select 1 from outgoing_letter where message_id = $1',
      [sent.id],
    );
    expect(rows).toHaveLength(0);
  });

  test('taken back before anybody has made a letter of it is none', async () => {
    const ticketId = await opened();
    // No worker looks in between: the reaction to the answer finds it gone.
    const sent = await answer(ticketId, { undoSeconds: 10 });
    await mail.call(`DELETE /tickets/${ticketId}/messages/${sent.id}`);
    await mail.world.settle();
    await later(11);
    expect(mail.smtp.letters).toHaveLength(0);
  });

  test('is either taken back or sent, never both, when both happen at once', async () => {
    const outcomes = [];
    for (let round = 0; round < 5; round += 1) {
      count += 1;
      mail.smtp.letters.length = 0;
      const ticketId = await opened();
      const sent = await answer(ticketId, { undoSeconds: 1 });
      await mail.world.settle();
      const at = `/tickets/${ticketId}/messages/${sent.id}` as const;
      const [back] = await Promise.all([mail.call(`DELETE ${at}`), later(1)]);
      await later(1);
      outcomes.push([back.status === 200, mail.smtp.letters.length]);
    }
    for (const [takenBack, letters] of outcomes) {
      expect([takenBack, letters]).toEqual([takenBack, takenBack ? 0 : 1]);
    }
  });
});

describe('two workers and one letter', () => {
  let nodes: MailNode[];
  beforeAll(async () => {
    nodes = [await mail.startNode(), await mail.startNode()];
  });
  afterAll(() => Promise.all(nodes.map((node) => node.stop())));

  test('an author who presses again while it waits, or is on its way, sends it once', async () => {
    const ticketId = await opened();
    mail.smtp.faults.letters.push({ code: 451, text: '4.3.0 Later' });
    const sent = await answer(ticketId);
    await mail.world.settle();
    expect(await stateOf(ticketId, sent.id)).toBe('queued');
    const retry = () => mail.call(`POST /tickets/${ticketId}/messages/${sent.id}/retry`);
    for (let round = 0; round < 6; round += 1) {
      await Promise.all([retry(), retry(), later(0)]);
      await pause(20);
    }
    await later(90);
    await later(200);
    expect(mail.smtp.letters).toHaveLength(1);
    expect(await stateOf(ticketId, sent.id)).toBe('sent');
  });

  test('a worker that dies right after the answer was stored loses nothing', async () => {
    const ticketId = await opened();
    const doomed = await mail.startNode();
    const sent = await answer(ticketId, { undoSeconds: 10 });
    await doomed.die();
    await mail.world.settle();
    await later(10);
    // What it had begun is tried again by somebody else, after a delay that is not the matter here.
    await expect
      .poll(() => makeDue().then(() => stateOf(ticketId, sent.id)), {
        timeout: 60_000,
        interval: 500,
      })
      .toBe('sent');
    await left(ticketId, sent.id);
  }, 180_000);
});

describe('a signature', () => {
  const shown = async (ticketId: string) =>
    (await mail.call(`GET /tickets/${ticketId}/signature`)).body.signature;

  test('of the team, else of everybody, stands below the letter and beside the answer', async () => {
    const ticketId = await opened();
    expect(await shown(ticketId)).toBeNull();
    await mail.call('PUT /signatures/everybody', { body: '{{ agent.name }}, {{ company.name }}' });
    const company = (await mail.call('GET /workspace')).body.name as string;
    expect((await shown(ticketId)).body).toBe(`Anna, ${company}`);
    const sent = await answer(ticketId, { html: '<p>Try <b>this</b></p>', body: undefined });
    await left(ticketId, sent.id);
    const letter = await parseLetter(mail.smtp.letters[0]?.raw ?? Buffer.alloc(0));
    expect(letter.text).toContain(`Try this\n\n-- \nAnna, ${company}`);
    expect(letter.html).toMatch(/<b>this<\/b>[^]*Anna, /);
    const { body } = await mail.call(`GET /tickets/${ticketId}/messages`);
    const message = body.items.find(({ id }: Json) => id === sent.id);
    expect([message.text, message.signature]).toEqual(['Try this', `Anna, ${company}`]);

    const team = await mail.company.team('First line');
    const html = '<p onclick="x()"><b>{{ team.name }}</b></p>';
    await mail.call(`PUT /signatures/${team.id}`, { html });
    await mail.call(`PATCH /tickets/${ticketId}`, { teamId: team.id });
    expect(await shown(ticketId)).toEqual({ body: 'First line', html: '<p><b>First line</b></p>' });
    const { items } = (await mail.call('GET /signatures')).body;
    expect(items.map((each: Json) => each.team?.name ?? null)).toEqual([null, 'First line']);
    await mail.call(`DELETE /signatures/${team.id}`);
    expect((await shown(ticketId)).body).toBe(`Anna, ${company}`);
    await mail.call('DELETE /signatures/everybody');
    expect(await shown(ticketId)).toBeNull();
  });

  test('with a variable that nobody knows is refused, and so is one of nobody’s team', async () => {
    const wrong = await mail.call('PUT /signatures/everybody', { body: '{{ agent.nmae }}' });
    expect(wrong.body.errors).toEqual([{ field: 'body', code: 'unknown_variable' }]);
    const nowhere = '01900000-0000-7000-8000-000000000009';
    expect((await mail.call(`PUT /signatures/${nowhere}`, { body: 'Hi' })).status).toBe(404);
    const agent = await mail.company.hire('agent');
    expect((await agent.call('PUT /signatures/everybody', { body: 'Hi' })).status).toBe(403);
  });
});
