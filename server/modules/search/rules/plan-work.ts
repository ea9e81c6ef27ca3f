/** What of the event log concerns the index. */
export type Happened = {
  readonly name: string;
  readonly ticketId: string | null;
  readonly payload: unknown;
};

export type Work = {
  /** To be read anew from end to end. */
  readonly whole: ReadonlySet<string>;
  /** Only these messages came, by ticket. */
  readonly added: ReadonlyMap<string, readonly string[]>;
  readonly people: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
};

/** What facts must be about to concern the index at all. */
export const subjects: readonly string[] = ['ticket', 'message', 'person', 'organization', 'demo'];

/** After these nothing of what the index holds can be relied on: it is made anew. */
export const upheavals: ReadonlySet<string> = new Set(['demo.removed']);

/**
 * Facts that change no word. Whatever else happens to a ticket makes it read anew: a fact that nobody thought of here
 * costs some work, never a ticket that is not found.
 */
export const wordless: readonly string[] = [
  'ticket.status-changed',
  'ticket.assigned',
  'ticket.team-changed',
  'ticket.priority-changed',
  'ticket.impact-changed',
  'ticket.urgency-changed',
  'ticket.type-changed',
  'ticket.category-changed',
  'ticket.region-changed',
  'ticket.fields-changed',
  'ticket.snooze-changed',
  'ticket.follower-added',
  'ticket.follower-removed',
  'ticket.policies-cut',
  'ticket.answer-planned',
  'ticket.answer-unplanned',
  'ticket.answer-not-sent',
  'message.mentioned',
  'message.delivery-changed',
  'message.bounced',
];

const adding = new Set(['message.received', 'message.caught', 'message.written', 'message.noted']);

export function planWork(events: readonly Happened[]): Work {
  const whole = new Set<string>();
  const added = new Map<string, string[]>();
  const people = new Set<string>();
  const organizations = new Set<string>();
  for (const event of events) {
    const subject = event.name.split('.')[0];
    if (subject === 'person') {
      collect(event.payload, /personids?$/i, people);
    } else if (subject === 'organization') {
      collect(event.payload, /organizationids?$/i, organizations);
    } else {
      planTicket(event, { whole, added });
    }
  }
  return { whole, added, people, organizations };
}

function planTicket(
  { name, ticketId, payload }: Happened,
  { whole, added }: { whole: Set<string>; added: Map<string, string[]> },
): void {
  const messageId = (payload as { messageId?: unknown } | null)?.messageId;
  if (adding.has(name) && ticketId !== null && typeof messageId === 'string') {
    added.set(ticketId, [...(added.get(ticketId) ?? []), messageId]);
    return;
  }
  if (ticketId !== null) {
    whole.add(ticketId);
  }
  collect(payload, /ticketids?$/i, whole);
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function collect(payload: unknown, key: RegExp, into: Set<string>): void {
  for (const [name, value] of Object.entries((payload ?? {}) as Record<string, unknown>)) {
    for (const id of key.test(name) ? [value].flat() : []) {
      if (typeof id === 'string' && uuid.test(id)) {
        into.add(id);
      }
    }
  }
}
