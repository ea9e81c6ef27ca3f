import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyChanges, anyTicket, ticketOf } from './test-tickets.ts';
import { change, changedFields, isOpen, priorityOf, type TicketState } from './ticket.ts';

const now = new Date('2026-11-22T09:00:00Z');
const before = new Date('2026-11-01T09:00:00Z');

describe('the priority that impact and urgency give', () => {
  test.each([
    ['low', 'low', 'low'],
    ['low', 'normal', 'normal'],
    ['low', 'high', 'normal'],
    ['low', 'urgent', 'high'],
    ['normal', 'normal', 'normal'],
    ['normal', 'high', 'high'],
    ['high', 'high', 'high'],
    ['high', 'urgent', 'urgent'],
    ['urgent', 'urgent', 'urgent'],
  ] as const)('%s and %s make %s, either way round', (impact, urgency, priority) => {
    expect(priorityOf(impact, urgency)).toBe(priority);
    expect(priorityOf(urgency, impact)).toBe(priority);
  });

  test('follows when one of the two changes and both are known', () => {
    const ticket = ticketOf({ impact: 'low', urgency: 'low', priority: 'low' });
    expect(change(ticket, { impact: 'urgent' }, now).priority).toBe('high');
  });

  test('waits while only one of them is known', () => {
    expect(change(ticketOf({}), { impact: 'urgent' }, now).priority).toBe('normal');
  });

  test('gives way to a priority that was asked for by name', () => {
    const ticket = ticketOf({ urgency: 'urgent' });
    expect(change(ticket, { impact: 'urgent', priority: 'low' }, now).priority).toBe('low');
  });

  test('stays as a person has set it when something else changes', () => {
    const ticket = ticketOf({ impact: 'urgent', urgency: 'urgent', priority: 'low' });
    expect(change(ticket, { tags: ['vip'] }, now).priority).toBe('low');
  });
});

describe('when it was solved', () => {
  test('is when its work ended, and stays so when it is closed', () => {
    expect(change(ticketOf({ status: 'open' }), { status: 'solved' }, now).solvedAt).toBe(now);
    const solved = ticketOf({ status: 'solved', solvedAt: before });
    expect(change(solved, { status: 'closed' }, now).solvedAt).toBe(before);
  });

  test('is forgotten when the work begins anew', () => {
    const solved = ticketOf({ status: 'solved', solvedAt: before });
    expect(change(solved, { status: 'open' }, now).solvedAt).toBeNull();
  });

  test('is known of finished tickets and of no others, whatever happens to them', () => {
    fc.assert(
      fc.property(fc.array(anyChanges, { maxLength: 12 }), (steps) => {
        const end = steps.reduce<TicketState>(
          (ticket, step) => change(ticket, step, now),
          ticketOf({}),
        );
        expect(end.solvedAt === null).toBe(isOpen(end.status));
      }),
    );
  });
});

test('asking for what already is changes nothing', () => {
  fc.assert(
    fc.property(anyTicket, anyChanges, (ticket, changes) => {
      const once = change(ticket, changes, now);
      expect(changedFields(once, change(once, changes, now))).toEqual([]);
    }),
  );
});

test('what has changed is what differs, and the id never does', () => {
  fc.assert(
    fc.property(anyTicket, anyChanges, (ticket, changes) => {
      const after = change(ticket, changes, now);
      const asked = new Set([...Object.keys(changes), 'priority']);
      expect(changedFields(ticket, after).filter((field) => !asked.has(field))).toEqual([]);
      expect(after.id).toBe(ticket.id);
    }),
  );
});
