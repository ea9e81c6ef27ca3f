import { z } from 'zod';
import type { Reader } from '../../../../kernel/database.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { time } from '../../../../kernel/text.ts';
import { Ref } from '../../../customers/public.ts';
import type { ComposerTables } from '../../composer-tables.ts';
import type { PlannedRecord } from '../planned-store.ts';
import { FileCard, Status, ticketRef } from '../../schema.ts';
import type { NameTables } from '../../tables.ts';
import { readFileCards } from '../../drafts/queries/read-drafts.ts';
import { requireTicketId } from '../../queries/require-ticket.ts';

export const PlannedAnswer = z
  .object({
    id: z.string(),
    ticketId: z.string(),
    author: Ref,
    body: z.string(),
    html: z.string().nullable(),
    cc: z.array(z.string()),
    files: z.array(FileCard),
    status: Status.nullable(),
    sendAt: time(),
    unlessAnswered: z.boolean(),
    problem: z.enum(['customer_wrote', 'author_left']).nullable(),
    version: z.int(),
  })
  .meta({ id: 'PlannedAnswer' });
export type PlannedAnswer = z.infer<typeof PlannedAnswer>;

/** What will be answered in a ticket, and when; soonest first. */
export const listPlannedAnswers = defineQuery({
  name: 'tickets.list-planned-answers',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({ items: z.array(PlannedAnswer) }),

  async run({ db, actor }, { ticketId: ref }) {
    const ticketId = await requireTicketId(db, actor, ref);
    const rows = await db
      .withTables<ComposerTables>()
      .selectFrom('planned_answer')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('ticket_id', '=', ticketId)
      .orderBy('send_at')
      .orderBy('id')
      .limit(100)
      .execute();
    return { items: await toPlannedAnswers(db, actor.workspaceId, rows) };
  },
});

export async function toPlannedAnswers(
  db: Reader,
  workspaceId: string,
  rows: readonly PlannedRecord[],
): Promise<PlannedAnswer[]> {
  const files = await readFileCards(
    db,
    workspaceId,
    rows.flatMap(({ attachments }) => attachments),
  );
  const names = await namesOfAuthors(db, workspaceId, rows);
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticket_id,
    author: { id: row.author_id, name: names.get(row.author_id) ?? '' },
    body: row.body,
    html: row.html,
    cc: row.cc,
    files: row.attachments.flatMap((id) => files.get(id) ?? []),
    status: row.status,
    sendAt: row.send_at.toISOString(),
    unlessAnswered: row.unless_answered,
    problem: row.problem,
    version: row.version,
  }));
}

async function namesOfAuthors(db: Reader, workspaceId: string, rows: readonly PlannedRecord[]) {
  if (rows.length === 0) {
    return new Map<string, string>();
  }
  const users = await db
    .withTables<NameTables>()
    .selectFrom('user_account')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where(
      'id',
      'in',
      rows.map((row) => row.author_id),
    )
    .execute();
  return new Map(users.map(({ id, name }) => [id, name]));
}
