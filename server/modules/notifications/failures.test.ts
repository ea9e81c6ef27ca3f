import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { startSmtpSink, type SmtpSink } from '../../test/mail/smtp-sink.ts';
import { openWorld, type World } from '../../test/world.ts';
import { recordChannelState } from '../channels/commands/channel-state.ts';
import * as harness from './test-harness.ts';
import { kindsIn, noticesOf } from './test-harness.ts';

let world: World;
let company: Company;
let keeper: Person;
let ann: Person;
let bob: Person;
let sink: SmtpSink;
let channelId: string;

const scene = () => ({ world, company, sink });
const told = () => harness.told(scene());
const later = (by: Parameters<World['clock']['move']>[0]) => harness.later(scene(), by);

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ company: 'Ромашка', timeZone: 'UTC' });
  keeper = company.administrator;
  ann = await company.hire('agent', { name: 'Ann' });
  bob = await company.hire('agent', { name: 'Bob' });
  sink = await startSmtpSink({ passwords: { 'help@own.test': 'secret' } });
  channelId = await harness.sendingMailbox(scene());
  await world.settle();
  await told();
});
afterAll(async () => {
  await sink.close();
  await world.close();
});

const opened = async (by: Person, more: object = {}): Promise<Json> =>
  (
    await by.call('POST /tickets', {
      subject: 'Help',
      body: 'It jams',
      requester: { email: 'r@there.test' },
      ...more,
    })
  ).body;
const failuresOf = async (who: Person) =>
  (await noticesOf(who))
    .filter(({ kind }: Json) => /-failed$|-trouble$|quarantined$/.test(kind))
    .map(({ kind, actor, path, ticket }: Json) => ({ kind, name: actor.name, path, ticket }));

test('what a rule could not do is told once a day to whoever keeps rules, by letter too, and leads to where it is tried again', async () => {
  // Our own machine is no place for a webhook.
  const { body: rule } = await keeper.call('POST /rules', {
    name: 'Касса',
    enabled: true,
    trigger: { on: ['opened'] },
    condition: { all: [] },
    actions: [{ kind: 'webhook', url: 'http://127.0.0.1/hook' }],
  });
  await world.settle();
  await opened(ann);
  await opened(ann);
  await world.settle();
  await told();
  const said = { kind: 'rule-failed', name: 'Касса', path: '/settings/rules', ticket: null };
  expect(await failuresOf(keeper)).toEqual([said]);
  expect(await failuresOf(ann)).toEqual([]);
  const failed = (await keeper.call('GET /rules/effects?state=failed')).body.items;
  expect(failed.map(({ problem }: Json) => problem)).toEqual([
    'outside.address_refused',
    'outside.address_refused',
  ]);

  await later({ seconds: 300 });
  const [letter] = await harness.lettersTo(scene(), keeper.email);
  expect(letter?.subject).toContain('Касса');

  // Tried again in vain on another day.
  world.clock.move({ hours: 24 });
  expect((await keeper.call(`POST /rules/effects/${failed[0].id}/replay`, {})).status).toBe(200);
  await world.settle();
  await told();
  expect(await failuresOf(keeper)).toEqual([said, said]);
  await keeper.call(`DELETE /rules/${rule.id}`);
});

test('a mailbox that stays out of reach is told to whoever keeps mailboxes', async () => {
  const trouble = { channelId, state: 'error', code: 'connection_refused', detail: null };
  const tell = (more: object) =>
    world.app.executor.execute(
      recordChannelState,
      { ...trouble, ...more },
      systemActor(company.id, 'mail'),
    );
  const before = await failuresOf(keeper);
  await tell({});
  await told();
  expect(await failuresOf(keeper)).toEqual(before);
  await tell({ lasts: true });
  await tell({ lasts: true });
  await told();
  expect((await failuresOf(keeper))[0]).toEqual({
    kind: 'channel-trouble',
    name: 'help@own.test',
    path: '/settings/channels',
    ticket: null,
  });
  expect(await failuresOf(keeper)).toHaveLength(before.length + 1);
  expect(await failuresOf(bob)).toEqual([]);
});

test('whose approval is asked for hears of it, and whoever asked hears what became of it', async () => {
  const ticket = await opened(ann);
  const asked = { text: 'A new till?', approvers: [{ userId: bob.id }] };
  const { body: approval } = await ann.call(`POST /tickets/${ticket.id}/approvals`, asked);
  await told();
  expect(await kindsIn(bob, ticket)).toEqual(['approval']);
  expect(await kindsIn(ann, ticket)).toEqual([]);
  const decision = { decision: 'approved' };
  expect((await bob.call(`POST /approvals/${approval.id}/decide`, decision)).status).toBe(200);
  await told();
  expect(await kindsIn(ann, ticket)).toEqual(['approval-approved']);
  expect(await kindsIn(bob, ticket)).toEqual(['approval']);
});

test('who is asked for approval in a ticket that they may not see hears of the question, and no word of the ticket', async () => {
  const team = await company.team('Closed', []);
  const blind = await company.hire(
    { permissions: ['ticket.read'], scope: 'teams' },
    { name: 'Blind' },
  );
  await harness.choose(blind, 'approval', { mail: true });
  const ticket = await opened(keeper, { teamId: team.id });
  await keeper.call(`POST /tickets/${ticket.id}/approvals`, {
    text: 'May we?',
    approvers: [{ userId: blind.id }, { userId: bob.id }],
  });
  await told();
  expect(await noticesOf(blind)).toMatchObject([
    { kind: 'approval', ticket: null, path: '/approvals', preview: '' },
  ]);
  expect(await kindsIn(bob, ticket)).toEqual(['approval']);
  await later({ seconds: 130 });
  const letters = (await harness.lettersTo(scene(), blind.email)).map(
    ({ subject, text }) => `${subject} ${text}`,
  );
  expect(letters.filter((said) => said.includes('#'))).toEqual([]);
  expect(letters).not.toEqual([]);
});
