import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import {
  noFacts,
  readFacts,
  stateOf,
  type FactNeeds,
  type TicketFacts,
  type TicketRecord,
} from '../../tickets/public.ts';
import type { Past, PastEvent, PastMessage } from '../replay/past.ts';
import { pastOf, type PastRead } from '../replay/read-acts.ts';

/** More than these are not looked at in one run. */
export const mostTickets = 200_000;

/** Tickets that moved since then, and those that are open: rules of time and clocks may touch them too. */
export async function listMovedTickets(
  db: Reader,
  workspaceId: string,
  from: Date,
): Promise<{ ids: string[]; left: number }> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select id, created_at as at from ticket where workspace_id = ${workspaceId} and updated_at >= ${from}
    union all
    select id, created_at from ticket where workspace_id = ${workspaceId} and updated_at < ${from}
      and status in ('new', 'open', 'pending', 'on_hold') and merged_into is null`.execute(db);
  const left = Math.max(0, rows.length - mostTickets);
  // In the order in which they began: so they are replayed. Where there are too many, the oldest are left out.
  const ids = rows
    .toSorted(byAge)
    .slice(left)
    .map(({ id }) => id);
  return { ids, left };
}

type Aged = { readonly id: string; readonly at: Date };

const byAge = (a: Aged, b: Aged): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);

const told = [
  'ticket.opened',
  'ticket.caught',
  'ticket.merged',
  'ticket.merge-undone',
  'message.received',
  'message.caught',
  'message.written',
  'message.noted',
  'message.withdrawn',
];

type EventRow = {
  id: string;
  ticket_id: string;
  name: string;
  actor_kind: string;
  actor_name: string;
  code: string | null;
  changes: PastEvent['changes'] | null;
  message_id: string | null;
  other_id: string | null;
  routed: PastEvent['routed'];
  at: Date;
  tx: string;
};

type Asked = Pick<PastRead, 'routedFrom'> & {
  readonly ids: readonly string[];
  readonly needs: FactNeeds;
};

/** The pasts of some tickets: four statements however many they are. */
export async function readPasts(
  db: Reader,
  workspaceId: string,
  { ids, needs, routedFrom }: Asked,
): Promise<Past[]> {
  if (ids.length === 0) {
    return [];
  }
  const asked = sql`any(${sql.val(ids)}::uuid[])`;
  const { rows: tickets } = await sql<TicketRecord>`
    select * from ticket where workspace_id = ${workspaceId} and id = ${asked} order by created_at, id`.execute(
    db,
  );
  const { rows: events } = await sql<EventRow>`
    select id, ticket_id, name, actor_kind, actor_name, reason->>'code' as code, changes,
      payload->>'messageId' as message_id, payload->>'otherId' as other_id,
      case name when 'ticket.routed' then payload end as routed, at, tx::text as tx
    from event where workspace_id = ${workspaceId} and ticket_id = ${asked}
      and (name = any(${sql.val(routedFrom === null ? told : [...told, 'ticket.routed'])}::text[]) or changes is not null)
    order by ticket_id, id`.execute(db);
  const messages = await readMessages(db, workspaceId, { events, needs });
  const states = tickets.map(stateOf);
  const facts =
    needs.requester || needs.message
      ? await readFacts(db, workspaceId, states)
      : new Map<string, TicketFacts>();
  const byTicket = Map.groupBy(events, ({ ticket_id: id }) => id);
  return tickets.map((row, at) => {
    const known = facts.get(row.id) ?? noFacts;
    return pastOf({
      number: row.number,
      end: states[at] as ReturnType<typeof stateOf>,
      events: (byTicket.get(row.id) ?? []).map(eventOf),
      messages,
      requester: known.requester,
      routedFrom,
      firstMessage: {
        text: known.message,
        automatic: known.automatic,
        authorKind: 'person',
        authorId: null,
      },
    });
  });
}

const eventOf = (row: EventRow): PastEvent => ({
  id: row.id,
  name: row.name,
  actorKind: row.actor_kind,
  actorName: row.actor_name,
  code: row.code,
  changes: row.changes ?? [],
  messageId: row.message_id,
  otherId: row.other_id,
  routed: row.routed,
  at: row.at,
  together: `${row.tx} ${row.at.getTime()}`,
});

type MessageRow = {
  id: string;
  text: string;
  automatic: boolean;
  author_kind: PastMessage['authorKind'];
  author_id: string | null;
};

/** By their ids: a message may lie in another ticket by now. */
async function readMessages(
  db: Reader,
  workspaceId: string,
  { events, needs }: { events: readonly EventRow[]; needs: FactNeeds },
): Promise<Map<string, PastMessage>> {
  const ids = events.flatMap(({ message_id: id }) => (id === null ? [] : [id]));
  const text = needs.message ? sql`left(body, 20000)` : sql`''`;
  const { rows } = await sql<MessageRow>`
    select id, ${text} as text, automatic is not null as automatic, author_kind, author_id
    from message where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`.execute(
    db,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        text: row.text,
        automatic: row.automatic,
        authorKind: row.author_kind,
        authorId: row.author_id,
      },
    ]),
  );
}
