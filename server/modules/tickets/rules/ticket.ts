import type { Priority, Status, TicketType } from '../schema.ts';

/** The part of a ticket that rules and policies decide about. Dates are set by `settle`, never by hand. */
export type TicketState = {
  readonly id: string;
  readonly type: TicketType;
  readonly subject: string;
  readonly status: Status;
  /** A status in the company's own words; it stands for `status`. */
  readonly ownStatusId: string | null;
  readonly priority: Priority;
  readonly impact: Priority | null;
  readonly urgency: Priority | null;
  readonly categoryId: string | null;
  readonly channelKind: string;
  readonly channelId: string | null;
  readonly requesterId: string;
  readonly organizationId: string | null;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly tags: readonly string[];
  readonly region: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly firstRespondedAt: Date | null;
  readonly solvedAt: Date | null;
  /** Put aside until this time (RFC 3339), or until the customer's `answer`; null: in the open views. */
  readonly snooze: string | null;
  /** The ticket that it has become a part of. */
  readonly mergedInto: string | null;
};

/** What a person, a rule or a policy may ask to be different. */
export type Changes = {
  -readonly [
    K in
      | 'type'
      | 'subject'
      | 'status'
      | 'ownStatusId'
      | 'priority'
      | 'impact'
      | 'urgency'
      | 'categoryId'
      | 'teamId'
      | 'assigneeId'
      | 'tags'
      | 'region'
      | 'fields'
      | 'snooze'
      | 'mergedInto'
  ]?: TicketState[K];
};

/** A merge has facts of its own on both tickets. */
export type ChangedField = Exclude<keyof Changes, 'mergedInto'>;

const fieldNames: readonly ChangedField[] = [
  'subject',
  'type',
  'status',
  'ownStatusId',
  'priority',
  'impact',
  'urgency',
  'categoryId',
  'teamId',
  'assigneeId',
  'tags',
  'region',
  'fields',
  'snooze',
];

/** What has really changed: asking for what already is changes nothing and records nothing. */
export function changedFields(before: TicketState, after: TicketState): ChangedField[] {
  return before === after ? [] : fieldNames.filter((field) => !same(before[field], after[field]));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

const weight: Record<Priority, number> = { low: 0, normal: 1, high: 2, urgent: 3 };
const byWeight: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

/** ITIL's matrix: priority is the mean of impact and urgency, rounded up. */
export function priorityOf(impact: Priority, urgency: Priority): Priority {
  return byWeight[Math.ceil((weight[impact] + weight[urgency]) / 2)] ?? 'normal';
}

/** Applies what was asked, and what follows from it by definition. */
export function change(ticket: TicketState, changes: Changes, now: Date): TicketState {
  if (Object.keys(changes).length === 0) {
    return ticket;
  }
  const asked = withPriority(ticket, { ...ticket, ...changes }, changes);
  return asked.status === ticket.status ? asked : { ...asked, ...datesOfStatus(asked, now) };
}

function withPriority(before: TicketState, after: TicketState, asked: Changes): TicketState {
  const matrixMoved = before.impact !== after.impact || before.urgency !== after.urgency;
  if (asked.priority !== undefined || !matrixMoved || !after.impact || !after.urgency) {
    return after;
  }
  return { ...after, priority: priorityOf(after.impact, after.urgency) };
}

function datesOfStatus({ status, solvedAt, snooze }: TicketState, now: Date) {
  return isOpen(status) ? { solvedAt: null, snooze } : { solvedAt: solvedAt ?? now, snooze: null };
}

export const isOpen = (status: Status): boolean =>
  status !== 'solved' && status !== 'closed' && status !== 'spam';
