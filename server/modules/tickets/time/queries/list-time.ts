import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { time } from '../../../../kernel/text.ts';
import { Ref } from '../../../customers/public.ts';
import { requireTicketId } from '../../queries/require-ticket.ts';
import { ticketRef } from '../../schema.ts';
import { Cost, TimeEntry, selectEntries, toEntry, type EntryRow } from './read-time.ts';

const most = 200;

/** The time of a ticket and of those merged into it, the latest first, with its sum. */
export const listTime = defineQuery({
  name: 'tickets.list-time',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({
    items: z.array(TimeEntry),
    /** Of all entries, also where there are more than the list shows. */
    minutes: z.int(),
    /** One for each currency; null without the right to see costs. */
    costs: z.array(Cost).nullable(),
    /** Who is at it right now. */
    running: z.array(z.object({ user: Ref, startedAt: time() })),
  }),

  async run({ db, actor }, { ticketId: ref }) {
    const ticketId = await requireTicketId(db, actor, ref);
    const { rows } = await sql<EntryRow>`${selectEntries(actor.workspaceId)}
      and entry.ticket_id in (${withMerged(actor, ticketId)})
      order by entry.spent_at desc, entry.id desc limit ${most}`.execute(db);
    const sums = await sumsOf(db, actor, ticketId);
    return {
      items: rows.map((row) => toEntry(row, actor)),
      minutes: sums.reduce((sum, { minutes }) => sum + minutes, 0),
      costs: actor.permissions.has('time.cost')
        ? sums.flatMap(({ amount, currency }) => (amount && currency ? [{ amount, currency }] : []))
        : null,
      running: await readRunning(db, actor, ticketId),
    };
  },
});

const withMerged = ({ workspaceId }: Actor, ticketId: string) => sql`
  with recursive part as (
    select ${ticketId}::uuid as id
    union
    select merged.id from part join ticket as merged on merged.workspace_id = ${workspaceId} and merged.merged_into = part.id
  ) select id from part`;

type Sum = { minutes: number; amount: string | null; currency: string | null };

async function sumsOf(db: Reader, actor: Actor, ticketId: string): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    select sum(minutes)::int as minutes, sum(round(hourly_rate * minutes / 60, 2))::text as amount, currency
    from time_entry where workspace_id = ${actor.workspaceId} and ticket_id in (${withMerged(actor, ticketId)})
    group by currency order by currency`.execute(db);
  return rows;
}

async function readRunning(db: Reader, actor: Actor, ticketId: string) {
  const { rows } = await sql<{ id: string; name: string; at: Date }>`
    select person.id, person.name, timer.started_at as at from time_timer as timer
    join user_account as person on person.workspace_id = timer.workspace_id and person.id = timer.user_id
    where timer.workspace_id = ${actor.workspaceId} and timer.ticket_id in (${withMerged(actor, ticketId)})
    order by timer.started_at`.execute(db);
  return rows.map(({ id, name, at }) => ({ user: { id, name }, startedAt: at.toISOString() }));
}
