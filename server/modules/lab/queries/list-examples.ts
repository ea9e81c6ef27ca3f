import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, line } from '../../../kernel/text.ts';
import { visibleTo } from '../../tickets/public.ts';
import { LabExample, type LabDifference } from '../schema.ts';
import { readRun } from './read-runs.ts';

type Row = {
  id: string;
  number: number;
  subject: string;
  created_at: Date;
  differences: LabDifference[];
};

const Cursor = z.tuple([z.uuid()]);

/** Tickets in which something would have been different. Those that the reader may not see are only counted. */
export const listExamples = defineQuery({
  name: 'lab.list-examples',
  permission: 'ticket.read',
  input: z.strictObject({
    ...pageInput,
    runId: id(),
    kind: line({ min: 1, max: 80 }).optional(),
  }),
  output: pageOf(LabExample).extend({ hidden: z.int() }),
  async run({ db, actor }, { runId, kind, limit, after }) {
    await readRun(db, actor, runId);
    const { workspaceId } = actor;
    const ofKind = kind === undefined ? sql`true` : sql`${kind} = any(example.kinds)`;
    const chosen = sql`lab_example example
      join ticket on ticket.workspace_id = ${workspaceId} and ticket.id = example.ticket_id
      where example.workspace_id = ${workspaceId} and example.run_id = ${runId} and ${ofKind}`;
    const last = after === undefined ? null : decodeCursor(after, Cursor)[0];
    const { rows } = await sql<Row>`
      select ticket.id, ticket.number, ticket.subject, ticket.created_at, example.differences
      from ${chosen} and ${visibleTo(actor)} and (${last}::uuid is null or ticket.id < ${last}::uuid)
      order by ticket.id desc limit ${limit + 1}`.execute(db);
    const { rows: hidden } = await sql<{ n: number }>`
      select count(*)::int as n from ${chosen} and (${visibleTo(actor)}) is not true`.execute(db);
    const page = toPage(rows, limit, {
      item: (row) => ({
        ticketId: row.id,
        number: Number(row.number),
        subject: row.subject,
        openedAt: row.created_at.toISOString(),
        differences: row.differences,
      }),
      cursor: (row) => [row.id],
    });
    return { ...page, hidden: hidden[0]?.n ?? 0 };
  },
});
