import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { requireTicketId, ticketRef, visibleTo } from '../../tickets/public.ts';
import { Task } from '../schema.ts';
import { selectTasks, toTask } from './read-tasks.ts';
import { withMerged } from './read-work-facts.ts';

const most = 500;

/** With those of the tickets that were merged into it. */
export const listTicketTasks = defineQuery({
  name: 'workflow.list-ticket-tasks',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({ items: z.array(Task) }),
  async run({ db, actor }, { ticketId: ref }) {
    const ticketId = await requireTicketId(db, actor, ref);
    const rows = await selectTasks(
      db,
      actor.workspaceId,
      sql`and task.ticket_id in (${withMerged(actor.workspaceId, ticketId)})
        order by task.ticket_id <> ${ticketId}, task.position, task.id limit ${most}`,
    );
    return { items: rows.map(toTask) };
  },
});

const Cursor = z.tuple([z.iso.datetime().or(z.literal('')), z.uuid()]);

/** Tasks of all tickets: those without a deadline last, those that are done by when they were due. */
export const listTasks = defineQuery({
  name: 'workflow.list-tasks',
  permission: 'ticket.read',
  input: z.strictObject({
    ...pageInput,
    /** Given to whoever asks, or to a team of theirs and to nobody in it. */
    mine: z.enum(['true', 'false']).default('false'),
    assignee: id().optional(),
    team: id().optional(),
    done: z.enum(['true', 'false']).default('false'),
  }),
  output: pageOf(Task),
  async run({ db, actor }, { limit, after, mine, assignee, team, done }) {
    const due = sql`coalesce(task.due_at, 'infinity')`;
    const parts = [sql`and ${visibleTo(actor)}`];
    parts.push(done === 'true' ? sql`and task.done_at is not null` : sql`and task.done_at is null`);
    if (mine === 'true') {
      parts.push(sql`and (task.assignee_id = ${actor.id}::uuid
        or (task.assignee_id is null and task.team_id = any(${sql.val(actor.teamIds)}::uuid[])))`);
    }
    if (assignee !== undefined) {
      parts.push(sql`and task.assignee_id = ${assignee}`);
    }
    if (team !== undefined) {
      parts.push(sql`and task.team_id = ${team}`);
    }
    if (after !== undefined) {
      const [at, lastId] = decodeCursor(after, Cursor);
      parts.push(
        sql`and (${due}, task.id) > (${at === '' ? 'infinity' : at}::timestamptz, ${lastId}::uuid)`,
      );
    }
    parts.push(sql`order by ${due}, task.id limit ${limit + 1}`);
    const rows = await selectTasks(db, actor.workspaceId, sql.join(parts, sql` `));
    return toPage(rows, limit, {
      item: toTask,
      cursor: (row) => [row.due_at?.toISOString() ?? '', row.id],
    });
  },
});
