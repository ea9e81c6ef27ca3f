import { z } from 'zod';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { time } from '../../../kernel/text.ts';
import { LinkKind } from '../links/link-tickets.ts';
import { Ticket, ticketRef, type Ticket as TicketShape } from '../schema.ts';
import { mayBeSeenBy } from '../visibility.ts';
import type { WorkTables } from '../work-tables.ts';
import { readTicketLines } from './read-ticket.ts';
import { requireTicketId } from './require-ticket.ts';

export const Related = z
  .object({
    links: z.array(z.object({ id: z.string(), kind: LinkKind, ticket: Ticket })),
    moves: z.array(
      z.object({
        id: z.string(),
        /** `merged`: into this one; `merged_into`: this one into the other; so with splits. */
        kind: z.enum(['merged', 'merged_into', 'split_off', 'split_from']),
        ticket: Ticket,
        messages: z.int(),
        by: z.string(),
        at: time(),
      }),
    ),
  })
  .meta({ id: 'Related' });

/** What belongs to a ticket: its links and the merges and splits that are in force. What one may not see is left out. */
export const getRelated = defineQuery({
  name: 'tickets.get-related',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: Related,

  async run({ db, actor }, { ticketId: ref }) {
    const ticketId = await requireTicketId(db, actor, ref);
    const links = await readLinks(db, actor, ticketId);
    const moves = await readMoves(db, actor, ticketId);
    const ids = [...links, ...moves].map(({ otherId }) => otherId);
    const tickets = await readTicketLines(db, actor.workspaceId, [...new Set(ids)]);
    const seen = (otherId: string) => {
      const ticket = tickets.get(otherId);
      return ticket && mayBeSeenBy(actor, ticket) ? ticket : null;
    };
    return {
      links: links.flatMap(({ otherId, ...link }) => withTicket(link, seen(otherId))),
      moves: moves.flatMap(({ otherId, ...move }) => withTicket(move, seen(otherId))),
    };
  },
});

const withTicket = <T extends object>(line: T, ticket: TicketShape | null) =>
  ticket ? [{ ...line, ticket }] : [];

async function readLinks(db: Reader, { workspaceId }: Actor, ticketId: string) {
  const rows = await db
    .withTables<WorkTables>()
    .selectFrom('ticket_link')
    .select(['id', 'kind', 'from_ticket_id', 'to_ticket_id'])
    .where('workspace_id', '=', workspaceId)
    .where((where) =>
      where.or([where('from_ticket_id', '=', ticketId), where('to_ticket_id', '=', ticketId)]),
    )
    .orderBy('made_at')
    .limit(500)
    .execute();
  return rows.map(({ id, kind, from_ticket_id: from, to_ticket_id: to }) => ({
    id,
    kind: from === ticketId ? kind : seenFromBelow[kind],
    otherId: from === ticketId ? to : from,
  }));
}

const seenFromBelow = { related: 'related', parent: 'child', problem: 'incident' } as const;

async function readMoves(db: Reader, { workspaceId }: Actor, ticketId: string) {
  const rows = await db
    .withTables<WorkTables>()
    .selectFrom('ticket_move')
    .select(['id', 'kind', 'from_ticket_id', 'to_ticket_id', 'done_by_name as by', 'done_at'])
    .select(sql<number>`cardinality(message_ids)`.as('messages'))
    .where('workspace_id', '=', workspaceId)
    .where((where) =>
      where.or([where('from_ticket_id', '=', ticketId), where('to_ticket_id', '=', ticketId)]),
    )
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ id, kind, from_ticket_id: from, to_ticket_id: to, done_at, by, messages }) => {
    const isFrom = from === ticketId;
    return {
      id,
      kind: moveKinds[kind][isFrom ? 'from' : 'to'],
      otherId: isFrom ? to : from,
      messages,
      by,
      at: done_at.toISOString(),
    };
  });
}

const moveKinds = {
  merge: { from: 'merged_into', to: 'merged' },
  split: { from: 'split_off', to: 'split_from' },
} as const;
