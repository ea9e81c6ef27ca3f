import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { time } from '../../../kernel/text.ts';
import type { NoticeTables } from '../tables.ts';

export const NotificationFailure = z
  .object({
    id: z.string(),
    way: z.enum(['mail', 'push']),
    /** `notices`, `sample`, or which letter to a customer. */
    kind: z.string(),
    to: z.object({ id: z.string(), name: z.string(), isCustomer: z.boolean() }),
    ticketNumber: z.int().nullable(),
    problem: z.string(),
    attempts: z.int(),
    createdAt: time(),
    finishedAt: time().nullable(),
  })
  .meta({ id: 'NotificationFailure' });

const nameOf = sql<string | null>`coalesce(
  (select u.name from user_account u where u.workspace_id = notice_dispatch.workspace_id and u.id = user_id),
  (select p.name from person p where p.workspace_id = notice_dispatch.workspace_id and p.id = person_id))`;
const numberOf = sql<number | null>`(select t.number from ticket t
  where t.workspace_id = notice_dispatch.workspace_id and t.id = ticket_id)`;

/** Letters and calls that did not reach anybody, the newest first. */
export const listFailures = defineQuery({
  name: 'notifications.list-failures',
  permission: 'notification.change',
  input: z.strictObject(pageInput),
  output: pageOf(NotificationFailure),

  async run({ db, actor }, { limit, after }) {
    let query = db
      .withTables<NoticeTables>()
      .selectFrom('notice_dispatch')
      .select(['id', 'way', 'kind', 'user_id', 'person_id', 'problem', 'attempts'])
      .select(['created_at', 'finished_at'])
      .select([nameOf.as('name'), numberOf.as('number')])
      .where('workspace_id', '=', actor.workspaceId)
      .where('state', '=', 'failed')
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (after !== undefined) {
      query = query.where('id', '<', decodeCursor(after, z.tuple([z.uuid()]))[0]);
    }
    return toPage(await query.execute(), limit, {
      item: (row) => ({
        id: row.id,
        way: row.way,
        kind: row.kind,
        to: {
          id: row.user_id ?? row.person_id ?? '',
          name: row.name ?? '',
          isCustomer: row.person_id !== null,
        },
        ticketNumber: row.number,
        problem: row.problem ?? '',
        attempts: row.attempts,
        createdAt: row.created_at.toISOString(),
        finishedAt: row.finished_at?.toISOString() ?? null,
      }),
      cursor: (row) => [row.id],
    });
  },
});
