import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../kernel/database.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { visibleTo } from '../../tickets/public.ts';
import { WaitingTicket } from '../schema.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

type Row = {
  id: string;
  number: number;
  subject: string;
  priority: string;
  rule_id: string;
  rule_name: string | null;
  team_id: string;
  team_name: string | null;
  waiting_since: Date;
};

/** Tickets for which nobody is free, those that wait longest first. */
export const listWaiting = defineQuery({
  name: 'routing.list-waiting',
  permission: 'ticket.read',
  input: z.strictObject(pageInput),
  output: pageOf(WaitingTicket),
  async run({ db, actor }, { limit, after }) {
    const [since, last] = after === undefined ? [null, null] : decodeCursor(after, Cursor);
    const { rows } = await sql<Row>`
      select ticket.id, ticket.number, ticket.subject, ticket.priority, place.rule_id, routing_rule.name as rule_name,
        place.team_id, team.name as team_name, place.waiting_since
      from routing_place place
      join ticket on ticket.workspace_id = place.workspace_id and ticket.id = place.ticket_id
      left join routing_rule on routing_rule.workspace_id = place.workspace_id and routing_rule.id = place.rule_id
      left join team on team.workspace_id = place.workspace_id and team.id = place.team_id
      where place.workspace_id = ${actor.workspaceId} and place.waiting_since is not null and ${visibleTo(actor)}
        and (${since}::timestamptz is null
          or (place.waiting_since, place.ticket_id) > (${since}::timestamptz, ${last}::uuid))
      order by place.waiting_since, place.ticket_id limit ${limit + 1}`.execute(db);
    return toPage(rows, limit, {
      item: (row) => ({
        ticket: {
          id: row.id,
          number: row.number,
          subject: row.subject,
          priority: row.priority,
        },
        rule: { id: row.rule_id, name: row.rule_name ?? '' },
        team: { id: row.team_id, name: row.team_name ?? '' },
        since: row.waiting_since.toISOString(),
      }),
      cursor: (row) => [row.waiting_since.toISOString(), row.id],
    });
  },
});

const headsAtOnce = 20;

/** The first of those that wait, of every rule and team, always in the same order of queues: who stands behind another queue's head does not wait for it. */
export async function listHeads(
  db: Database,
  workspaceId: string,
): Promise<{ ruleId: string; teamId: string; ticketIds: string[] }[]> {
  return db.read(workspaceId, async (reader) => {
    const { rows } = await sql<{ ruleId: string; teamId: string; ticketIds: string[] }>`
      select queue.rule_id as "ruleId", queue.team_id as "teamId",
        array(select place.ticket_id from routing_place place where place.workspace_id = ${workspaceId}
          and place.rule_id = queue.rule_id and place.team_id = queue.team_id and place.waiting_since is not null
          order by place.urgency desc, place.waiting_since, place.ticket_id limit ${headsAtOnce}) as "ticketIds"
      from (select distinct rule_id, team_id from routing_place
        where workspace_id = ${workspaceId} and waiting_since is not null) queue
      order by queue.rule_id, queue.team_id`.execute(reader);
    return rows;
  });
}
