import fc from 'fast-check';
import { Priority, Status, TicketType } from '../schema.ts';
import type { Changes, TicketState } from './ticket.ts';

/** Tickets for tests of the rules. */
export const ticketOf = (parts: Partial<TicketState>): TicketState => ({
  id: '01900000-0000-7000-8000-000000000001',
  type: 'question',
  subject: 'Printer',
  status: 'new',
  ownStatusId: null,
  priority: 'normal',
  impact: null,
  urgency: null,
  categoryId: null,
  channelKind: 'email',
  channelId: null,
  requesterId: '01900000-0000-7000-8000-000000000002',
  organizationId: null,
  teamId: null,
  assigneeId: null,
  tags: [],
  region: null,
  fields: {},
  createdAt: new Date('2026-11-20T09:00:00Z'),
  firstRespondedAt: null,
  solvedAt: null,
  snooze: null,
  mergedInto: null,
  ...parts,
});

const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const someId = fc.option(one(['a', 'b', 'c']), { nil: null });

export const anyChanges: fc.Arbitrary<Changes> = fc.record(
  {
    status: one(Status.options),
    priority: one(Priority.options),
    impact: fc.option(one(Priority.options), { nil: null }),
    urgency: fc.option(one(Priority.options), { nil: null }),
    type: one(TicketType.options),
    teamId: someId,
    assigneeId: someId,
    categoryId: someId,
    tags: fc.uniqueArray(one(['vip', 'printer', 'paper'])),
    subject: one(['Printer', 'Paper']),
    region: fc.option(one(['North', 'South']), { nil: null }),
  },
  { requiredKeys: [] },
);

export const anyTicket: fc.Arbitrary<TicketState> = anyChanges.map(({ status, ...parts }) =>
  ticketOf({
    ...parts,
    status: status ?? 'open',
    solvedAt: status === 'solved' || status === 'closed' ? new Date(0) : null,
  }),
);
