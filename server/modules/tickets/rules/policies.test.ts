import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownPolicies } from './own-policies.ts';
import { settle, type LoadedPolicy, type Occurrence, type Policy } from './policies.ts';
import { anyChanges, anyTicket, ticketOf } from './test-tickets.ts';
import type { Changes, TicketState } from './ticket.ts';

const now = new Date('2026-11-22T09:00:00Z');
const load = (policies: readonly Policy[]): LoadedPolicy[] =>
  policies.map((policy) => ({ policy, settings: null }));
const own = { policies: load(ownPolicies), now };

const policy = (
  name: string,
  decide: (ticket: TicketState, fields: readonly string[]) => Changes | null,
): Policy => ({
  name,
  decide({ ticket, occurrences }) {
    const fields = occurrences.flatMap((one) => (one.kind === 'changed' ? one.fields : []));
    const changes = decide(ticket, fields);
    return changes && { changes, reason: { code: name } };
  },
});

const wrote = (automatic: boolean): Occurrence => ({ kind: 'customer-wrote', automatic });
const answered = (userId: string | null, automatic = false): Occurrence => ({
  kind: 'agent-answered',
  userId,
  automatic,
});

describe("the customer's word", () => {
  test.each([
    ['pending', 'customer_answered'],
    ['on_hold', 'customer_answered'],
    ['solved', 'reopened_by_customer'],
    ['closed', 'reopened_by_customer'],
  ] as const)('brings a ticket that is %s back to work', (status, code) => {
    const { ticket, steps } = settle(ticketOf({ status }), [wrote(false)], own);
    expect(ticket.status).toBe('open');
    expect(ticket.solvedAt).toBeNull();
    expect(steps.map(({ reason }) => reason)).toEqual([{ code }]);
  });

  test.each(['new', 'open'] as const)('leaves a ticket that is %s as it is', (status) => {
    expect(settle(ticketOf({ status }), [wrote(false)], own).steps).toEqual([]);
  });

  test.each(['pending', 'solved'] as const)('is not "I am on holiday" to one %s', (status) => {
    expect(settle(ticketOf({ status }), [wrote(true)], own).steps).toEqual([]);
  });
});

describe('an answer', () => {
  test('takes a new ticket to work, and to whoever answered', () => {
    const { ticket, steps } = settle(ticketOf({}), [answered('ann')], own);
    expect(ticket).toMatchObject({ status: 'open', assigneeId: 'ann' });
    expect(steps).toHaveLength(1);
    expect(steps[0]?.reason).toEqual({ code: 'answered' });
  });

  test('leaves the ticket with whom it is, and its status as it was set', () => {
    const ticket = ticketOf({ status: 'pending', assigneeId: 'bob' });
    expect(settle(ticket, [answered('ann')], own).steps).toEqual([]);
  });

  test('of a machine takes nothing', () => {
    expect(settle(ticketOf({}), [answered(null, true)], own).steps).toEqual([]);
  });
});

test('whoever takes a new ticket begins its work, but "nobody" begins none', () => {
  const changed: Occurrence = { kind: 'changed', fields: ['assigneeId'] };
  expect(settle(ticketOf({ assigneeId: 'ann' }), [changed], own).ticket.status).toBe('open');
  expect(settle(ticketOf({ assigneeId: null }), [changed], own).ticket.status).toBe('new');
});

describe('policies together', () => {
  test('each sees what the one before left, each change once and with its reason', () => {
    const policies = load([
      policy('route', ({ teamId }) => (teamId === null ? { teamId: 'first-line' } : null)),
      policy('raise', ({ teamId, priority }) =>
        teamId === 'first-line' && priority === 'normal' ? { priority: 'high' } : null,
      ),
    ]);
    const { ticket, steps, cut } = settle(ticketOf({}), [{ kind: 'opened' }], { policies, now });
    expect(ticket).toMatchObject({ teamId: 'first-line', priority: 'high' });
    expect(steps.map(({ reason }) => reason?.code)).toEqual(['route', 'raise']);
    expect(cut).toBe(false);
  });

  test('an earlier one may answer to what a later one did, in the next round', () => {
    const policies = load([
      policy('tag', ({ tags }, fields) =>
        fields.includes('priority') ? { tags: [...tags, 'raised'] } : null,
      ),
      policy('raise', ({ priority }) => (priority === 'normal' ? { priority: 'high' } : null)),
    ]);
    const { ticket, steps } = settle(ticketOf({}), [{ kind: 'opened' }], { policies, now });
    expect(ticket.tags).toEqual(['raised']);
    expect(steps.map(({ reason }) => reason?.code)).toEqual(['raise', 'tag']);
  });

  test('two that undo each other are cut, and it is said', () => {
    const policies = load([
      policy('up', ({ priority }) => (priority === 'low' ? { priority: 'high' } : null)),
      policy('grow', ({ tags }) => ({ tags: [...tags, `t${tags.length}`] })),
    ]);
    const { cut, steps } = settle(ticketOf({}), [{ kind: 'opened' }], { policies, now });
    expect(cut).toBe(true);
    expect(steps.length).toBeLessThan(20);
  });

  test('two that undo each other in one round leave no trace of it but the word', () => {
    const policies = load([
      policy('north', () => ({ region: 'North' })),
      policy('south', () => ({ region: 'South' })),
    ]);
    const settled = settle(ticketOf({}), [{ kind: 'opened' }], { policies, now });
    expect(settled.cut).toBe(true);
    expect(settled.ticket.region).toBe('South');
    expect(settled.steps.map(({ reason }) => reason?.code)).toEqual(['north', 'south']);
  });

  test('one that asks for what already is, is not heard', () => {
    const policies = load([policy('same', ({ status }) => ({ status }))]);
    expect(settle(ticketOf({}), [{ kind: 'opened' }], { policies, now })).toMatchObject({
      steps: [],
      cut: false,
    });
  });

  test('come to rest or are cut, whatever they do; every step leads on from the last', () => {
    fc.assert(
      fc.property(anyTicket, fc.array(anyChanges, { maxLength: 5 }), (start, wishes) => {
        const policies = load(wishes.map((wish, index) => policy(`p${index}`, () => wish)));
        const { ticket, steps, cut } = settle(start, [{ kind: 'opened' }], { policies, now });
        let at = start;
        for (const step of steps) {
          expect(step.before).toBe(at);
          at = step.after;
        }
        expect(ticket).toBe(at);
        expect(steps.length).toBeLessThanOrEqual(8 * wishes.length);
        if (!cut) {
          expect(settle(ticket, [{ kind: 'opened' }], { policies, now }).steps).toEqual([]);
        }
      }),
    );
  });

  test('see the same and decide the same: a replay ends where the first run did', () => {
    fc.assert(
      fc.property(anyTicket, fc.boolean(), (start, automatic) => {
        const first = settle(start, [wrote(automatic), answered('ann')], own);
        expect(settle(start, [wrote(automatic), answered('ann')], own)).toEqual(first);
      }),
    );
  });
});
