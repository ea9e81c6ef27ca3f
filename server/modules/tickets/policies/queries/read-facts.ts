import { sql, type RawBuilder } from 'kysely';
import type { Reader, Tx } from '../../../../kernel/database.ts';
import { preparedRead } from '../../../../kernel/prepared.ts';
import { noFacts, type TicketFacts } from '../../rules/facts.ts';
import type { TicketState } from '../../rules/ticket.ts';

type Row = {
  id: string;
  locale: string | null;
  vip_level: number | null;
  branch_id: string | null;
  emails: string[] | null;
  phones: string[] | null;
  last_agent_id: string | null;
  message: string | null;
  automatic: boolean | null;
};

/**
 * Facts of tickets, by their ids: of their requesters as they are now, and what the customer began with. A ticket need not be
 * stored yet.
 */
export async function readFacts(
  db: Reader,
  workspaceId: string,
  tickets: readonly Pick<TicketState, 'id' | 'requesterId'>[],
): Promise<Map<string, TicketFacts>> {
  const { rows } = await sql<Row>`
    select asked.id, person.locale, person.vip_level, person.branch_id,
      array(select contact.normalized from contact where contact.workspace_id = ${workspaceId}
        and contact.person_id = asked.requester and contact.kind = 'email' order by contact.created_at limit 20) as emails,
      array(select contact.normalized from contact where contact.workspace_id = ${workspaceId}
        and contact.person_id = asked.requester and contact.kind in ('phone', 'whatsapp')
        order by contact.created_at limit 20) as phones,
      (select late.assignee_id from (select assignee_id, id from ticket where ticket.workspace_id = ${workspaceId}
          and ticket.requester_id = asked.requester order by ticket.updated_at desc, ticket.id desc limit 20) late
        where late.assignee_id is not null and late.id <> asked.id limit 1) as last_agent_id,
      first.body as message, first.automatic is not null as automatic
    from unnest(${sql.val(tickets.map(({ id }) => id))}::uuid[],
      ${sql.val(tickets.map(({ requesterId }) => requesterId))}::uuid[]) as asked (id, requester)
    left join person on person.workspace_id = ${workspaceId} and person.id = asked.requester
    left join lateral (
      select left(message.body, 20000) as body, message.automatic from message
      where message.workspace_id = ${workspaceId} and message.ticket_id = asked.id and message.direction = 'in'
      order by message.id limit 1
    ) first on true`.execute(db);
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

type RequesterSlot = { workspaceId: string; requesterId: string; ticketId: string };
type RequesterRow = Omit<Row, 'id' | 'message' | 'automatic'>;

/** @param asked where the id of one person comes from @param but the ticket that does not count as their last */
const ofRequester = (
  workspaceId: string,
  { asked, but }: { asked: RawBuilder<string>; but: RawBuilder<string | null> },
) => sql<RequesterRow & { person_id: string }>`
  select person.id as person_id, person.locale, person.vip_level, person.branch_id,
    array(select contact.normalized from contact where contact.workspace_id = ${workspaceId}
      and contact.person_id = person.id and contact.kind = 'email'
      order by contact.created_at limit 20) as emails,
    array(select contact.normalized from contact where contact.workspace_id = ${workspaceId}
      and contact.person_id = person.id and contact.kind in ('phone', 'whatsapp')
      order by contact.created_at limit 20) as phones,
    (select late.assignee_id from (select assignee_id, id from ticket where ticket.workspace_id = ${workspaceId}
        and ticket.requester_id = person.id order by ticket.updated_at desc, ticket.id desc limit 20) late
      where late.assignee_id is not null and late.id is distinct from ${but} limit 1) as last_agent_id
  from person where person.workspace_id = ${workspaceId} and person.id = ${asked}`;

const requesters = preparedRead<RequesterSlot, RequesterRow>(
  (db, { workspaceId, requesterId, ticketId }) =>
    ofRequester(workspaceId, {
      asked: sql`${requesterId}::uuid`,
      but: sql`${ticketId}::uuid`,
    }).compile(db),
  { workspaceId: 'uuid', requesterId: 'uuid', ticketId: 'uuid' },
);

type ContactSlot = { workspaceId: string; kind: string; normalized: string };

const requestersByContact = preparedRead<ContactSlot, RequesterRow & { person_id: string }>(
  (db, { workspaceId, kind, normalized }) => {
    const asked = sql<string>`(select person_id from contact as known where known.workspace_id = ${workspaceId}
      and known.kind = ${kind} and known.normalized = ${normalized})`;
    return ofRequester(workspaceId, { asked, but: sql`null` }).compile(db);
  },
  { workspaceId: 'uuid', kind: 'text', normalized: 'text' },
);

/** Of the person whom a contact point belongs to, for a ticket that is not there yet; null: it belongs to nobody. */
export async function readContactFacts(
  tx: Tx,
  workspaceId: string,
  contact: Omit<ContactSlot, 'workspaceId'>,
): Promise<{ id: string; facts: TicketFacts } | null> {
  const [row] = await requestersByContact.all(tx, { workspaceId, ...contact });
  return row
    ? {
        id: row.person_id,
        facts: factsOf({ ...row, id: row.person_id, message: null, automatic: null }),
      }
    : null;
}

/** Where the message is known already: what every new ticket asks for, by keys alone. */
export async function readRequesterFacts(
  tx: Tx,
  workspaceId: string,
  { id, requesterId }: Pick<TicketState, 'id' | 'requesterId'>,
): Promise<TicketFacts> {
  const [row] = await requesters.all(tx, { workspaceId, requesterId, ticketId: id });
  return row ? factsOf({ ...row, id, message: null, automatic: null }) : noFacts;
}

/** Those of one ticket. */
export const readTicketFacts = async (
  db: Reader,
  workspaceId: string,
  ticket: Pick<TicketState, 'id' | 'requesterId'>,
): Promise<TicketFacts> => (await readFacts(db, workspaceId, [ticket])).get(ticket.id) ?? noFacts;

const factsOf = (row: Row): TicketFacts => ({
  message: row.message ?? noFacts.message,
  automatic: row.automatic ?? false,
  requester: {
    emails: row.emails ?? [],
    phones: row.phones ?? [],
    locale: row.locale,
    vipLevel: row.vip_level ?? 0,
    branchId: row.branch_id,
    lastAgentId: row.last_agent_id,
  },
});
