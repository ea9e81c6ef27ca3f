import { expect, test } from 'vitest';
import { builtInChoices } from '../topics.data.ts';
import { choicesOf, differing } from './choices.ts';
import type { Around, Happened, MessageSaid, TicketAround } from './happened.ts';
import { afterQuiet, nextDigest } from '../timing/hours.ts';
import { parcelFor } from '../timing/when.ts';
import { onceEach } from './once-each.ts';
import { whoIsTold } from './who-is-told.ts';
import { customerTellings } from '../customers/what-customers-are-told.ts';

const at = new Date('2026-11-20T12:00:00Z');
const ticket: TicketAround = {
  id: 't',
  subject: 'Printer',
  status: 'open',
  mergedInto: null,
  createdAt: at,
  teamId: 'team',
  assigneeId: 'ann',
  followerIds: ['bob', 'ann'],
  memberIds: ['ann', 'bob', 'cid'],
  firstAssigneeId: null,
  requesterName: 'Rita',
};
const message: MessageSaid = {
  id: 'm',
  authorKind: 'user',
  authorId: 'ann',
  authorName: 'Ann',
  automatic: null,
  text: 'Look',
  createdAt: new Date(at.getTime() + 1000),
};
const fact = (name: string, more: Partial<Happened> = {}): Happened => ({
  tx: '1',
  id: 'e',
  name,
  payload: {},
  ticketId: 't',
  changes: [],
  reasonCode: null,
  actorKind: 'user',
  actorId: 'zoe',
  actorName: 'Zoe',
  at,
  ...more,
});
const around = (more: Partial<Around> = {}): Around => ({
  ticket,
  message,
  note: undefined,
  keeperIds: [],
  ...more,
});
const said = (event: Happened, more?: Partial<Around>) =>
  whoIsTold(event, around(more)).map(({ kind, userIds }) => [kind, userIds]);

test('who has a ticket and who follows it hear of the same note in different words', () => {
  expect(said(fact('message.noted'))).toEqual([
    ['noted', ['ann']],
    ['followed-noted', ['bob']],
  ]);
});

test('nobody hears of what they did themselves', () => {
  expect(said(fact('message.noted', { actorId: 'ann' }))).toEqual([['followed-noted', ['bob']]]);
});

test('who is called into a note hears of it as a call, once', () => {
  const events = [
    fact('message.noted'),
    fact('message.mentioned', { id: 'f', payload: { userIds: ['ann', 'cid'] } }),
  ];
  const all = onceEach(events.flatMap((event) => whoIsTold(event, around())));
  expect(all.map(({ userId, kind }) => [userId, kind])).toEqual([
    ['ann', 'mention'],
    ['bob', 'followed-noted'],
    ['cid', 'mention'],
  ]);
});

test('a promise that is nearly broken is told to who has the ticket, and to the team', () => {
  const event = fact('sla.warned', { payload: { target: 'resolution' }, actorKind: 'system' });
  expect(said(event)).toEqual([
    ['sla-warned', ['ann']],
    ['team-sla-warned', ['bob', 'cid']],
  ]);
});

test('an escalation says its step and wakes people up where it says so', () => {
  const payload = { recipients: ['cid'], step: 'a-step', number: 2, overridesQuiet: true };
  expect(whoIsTold(fact('sla.escalated', { payload }), around())[0]).toMatchObject({
    userIds: ['cid'],
    words: { step: 2 },
    urgent: true,
  });
});

test('nothing is told of spam and of what was merged away', () => {
  for (const gone of [{ status: 'spam' }, { mergedInto: 'other' }]) {
    expect(said(fact('message.noted'), { ticket: { ...ticket, ...gone } })).toEqual([]);
  }
});

test('what a policy does is done by nobody', () => {
  const changes = [{ field: 'assignee', from: null, to: { id: 'ann', name: 'Ann' } }];
  const event = fact('ticket.assigned', { changes, reasonCode: 'rule' });
  expect(whoIsTold(event, around())[0]?.actor).toEqual({ id: null, name: '' });
});

test('only what differs from the company is kept, so that its changes reach who chose nothing there', () => {
  const company = choicesOf({ noted: { mail: true } });
  const wanted = { ...company, mention: { ...company.mention, mail: false } };
  const own = differing(wanted, company);
  expect(own).toEqual({ mention: { mail: false } });
  expect(choicesOf({ noted: { push: false } }, own)).toEqual({
    ...builtInChoices,
    noted: { ...builtInChoices.noted, push: false },
    mention: { ...builtInChoices.mention, mail: false },
  });
});

test.each([
  // 20:00–08:00 in Moscow is 17:00–05:00 UTC; Saturday and Sunday are quiet all day.
  ['2026-11-19T12:00:00Z', '2026-11-19T12:00:00Z'],
  ['2026-11-19T18:00:00Z', '2026-11-20T05:00:00Z'],
  ['2026-11-20T18:00:00Z', '2026-11-23T05:00:00Z'],
])('quiet hours at %s end at %s', (from, to) => {
  const quiet = { from: '20:00', to: '08:00', days: ['sat' as const, 'sun' as const] };
  expect(afterQuiet(new Date(from), quiet, 'Europe/Moscow')).toEqual(new Date(to));
});

test('quiet hours end by the clock on the wall in the night in which it is changed', () => {
  const quiet = { from: '22:00', to: '07:00', days: [] };
  const night = new Date('2026-10-24T22:00:00Z');
  expect(afterQuiet(night, quiet, 'Europe/Berlin')).toEqual(new Date('2026-10-25T06:00:00Z'));
});

test('who is quiet on every day is told a day later all the same', () => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const never = { from: '00:00', to: '00:00', days: [...days] };
  expect(afterQuiet(at, never, 'UTC')).toEqual(new Date(at.getTime() + 86_400_000));
});

test('a digest goes out at the next full hour, or at its hour of the next day', () => {
  const noon = new Date('2026-11-20T12:00:00Z');
  const next = (every: 'hour' | 'day', hour: string) =>
    nextDigest(noon, { every, at: hour }, 'UTC').toISOString();
  expect(next('hour', '00:00')).toBe('2026-11-20T13:00:00.000Z');
  expect(next('day', '12:00')).toBe('2026-11-21T12:00:00.000Z');
  expect(next('day', '23:59')).toBe('2026-11-20T23:59:00.000Z');
});

test('what is urgent waits for neither quiet hours nor a digest', () => {
  const wanted = {
    zone: 'UTC',
    quiet: { from: '00:00', to: '23:00', days: [] },
    digest: { every: 'day' as const, at: '09:00' },
  };
  const about = { ticketId: 't', fact: 'f' };
  const urgent = parcelFor('mail', { ...about, urgent: true }, { now: at, wanted });
  expect(urgent.dueAt.getTime() - at.getTime()).toBeLessThan(60_000);
  const calm = parcelFor('mail', { ...about, urgent: false }, { now: at, wanted });
  expect([calm.bucket, calm.dueAt]).toEqual(['digest', new Date('2026-11-21T23:00:00Z')]);
});

test('customers hear of their first letter, not of a machine’s, nor of a state that an answer has just explained', () => {
  const first = { ...message, authorKind: 'person' as const, createdAt: at };
  const kinds = (event: Happened, more: Partial<Around>, answered = new Set<string>()) =>
    customerTellings(event, around(more), answered).map(({ kind }) => kind);
  const came = fact('message.received');
  expect(kinds(came, { message: first })).toEqual(['received']);
  expect(kinds(came, { message: { ...first, automatic: 'auto_reply' } })).toEqual([]);
  expect(kinds(came, { message: { ...first, createdAt: message.createdAt } })).toEqual([]);
  const status = (to: string, more: Partial<Happened> = {}) =>
    fact('ticket.status-changed', { changes: [{ field: 'status', from: 'new', to }], ...more });
  expect(kinds(status('open'), {})).toEqual(['status']);
  expect(kinds(status('open'), {}, new Set(['1 t']))).toEqual([]);
  expect(kinds(status('open', { reasonCode: 'reopened_by_customer' }), {})).toEqual([]);
  expect(kinds(status('closed'), {})).toEqual([]);
});

test('whoever has a task to do hears that it was given and that it is due, but not of what they took themselves', () => {
  const payload = { ticketId: 't', taskId: 'k', text: 'Call', userIds: ['ann', 'zoe'] };
  expect(said(fact('task.assigned', { payload }))).toEqual([['task-assigned', ['ann']]]);
  const due = fact('task.due', { payload, actorKind: 'system', actorId: null, actorName: 'clock' });
  expect(said(due)).toEqual([['task-due', ['ann', 'zoe']]]);
  expect(said(due, { ticket: { ...ticket, status: 'spam' } })).toEqual([]);
});

test('an answer that is late is told once, to its author, or to who has the ticket when a rule wrote it', () => {
  const late = fact('message.delivery-delayed', { actorId: null, actorKind: 'system' });
  expect(said(late)).toEqual([['letter-delayed', ['ann']]]);
  const byRule = { message: { ...message, authorKind: 'system' as const, authorId: null } };
  expect(said(late, byRule)).toEqual([['letter-delayed', ['ann']]]);
});

test('a failure is told to whoever can mend it, once a day for each thing that fails', () => {
  const failed = (ruleId: string, day: string) =>
    whoIsTold(
      fact('rule.effect-failed', {
        ticketId: null,
        payload: { ruleId, rule: 'Till' },
        at: new Date(day),
      }),
      around({ ticket: undefined, message: undefined, keeperIds: ['zed'] }),
    ).map(({ kind, userIds, fact: known, actor }) => [kind, userIds, known, actor.name]);
  const first = failed('r', '2026-11-20T01:00:00Z');
  expect(first).toEqual([['rule-failed', ['zed'], 'rule-failed:r:2026-11-20', 'Till']]);
  expect(failed('r', '2026-11-20T23:00:00Z')).toEqual(first);
  expect(failed('r', '2026-11-21T00:00:00Z')).not.toEqual(first);
  expect(failed('s', '2026-11-20T01:00:00Z')).not.toEqual(first);
});
