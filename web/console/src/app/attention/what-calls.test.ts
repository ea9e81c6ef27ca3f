import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../lib/api-types.ts';
import type { StreamChange } from '../../lib/stream.ts';
import { reasonToCall } from './what-calls.ts';

const me = 'me';
const fact = (
  name: string,
  ticket: Partial<Ticket> | null,
  actor: { kind: string; id: string | null } = { kind: 'customer', id: 'c' },
): StreamChange => ({
  id: '1',
  name,
  at: '2026-11-22T10:00:00Z',
  ticketId: 't',
  actor: { name: null, ...actor },
  changes: [],
  ticket: ticket as Ticket | null,
});
const mine = { assignee: { id: me, name: 'Анна' }, messageCount: 2, status: 'open' } as const;

describe('somebody who looks elsewhere', () => {
  it('is called when a customer answers in their ticket', () => {
    expect(reasonToCall(fact('message.received', mine), { me, wantsNew: false })).toBe('answered');
  });
  it('is called when a colleague gives them a ticket, and not when they take it themselves', () => {
    const byColleague = fact('ticket.assigned', mine, { kind: 'user', id: 'other' });
    const byMyself = fact('ticket.assigned', mine, { kind: 'user', id: me });
    expect(reasonToCall(byColleague, { me, wantsNew: false })).toBe('assigned');
    expect(reasonToCall(byMyself, { me, wantsNew: false })).toBeNull();
  });
  it('is called for a new ticket only when they asked for that', () => {
    const opened = fact('ticket.opened', { assignee: null, messageCount: 1, status: 'new' });
    expect(reasonToCall(opened, { me, wantsNew: false })).toBeNull();
    expect(reasonToCall(opened, { me, wantsNew: true })).toBe('opened');
  });
  it('is left alone for spam, for the tickets of others, and for what is no ticket', () => {
    const spam = fact('ticket.opened', { assignee: null, messageCount: 1, status: 'spam' });
    const theirs = fact('message.received', { ...mine, assignee: { id: 'other', name: 'Борис' } });
    expect(reasonToCall(spam, { me, wantsNew: true })).toBeNull();
    expect(reasonToCall(theirs, { me, wantsNew: true })).toBeNull();
    expect(reasonToCall(fact('user.changed', null), { me, wantsNew: true })).toBeNull();
  });
});
