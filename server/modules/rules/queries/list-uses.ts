import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, time } from '../../../kernel/text.ts';
import { requireRule } from './require-rule.ts';

const Used = z.object({
  ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }),
  at: time(),
});

type Row = { id: string; number: number; subject: string; at: Date; use_id: string };

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

function behind(after: string | undefined): RawBuilder<boolean> {
  if (after === undefined) {
    return sql`true`;
  }
  const [at, useId] = decodeCursor(after, Cursor);
  return sql`(used.at, used.id) < (${at}::timestamptz, ${useId}::uuid)`;
}

/** The tickets that a rule acted upon within the last week, the newest first. */
export const listUses = defineQuery({
  name: 'rules.list-uses',
  permission: 'rule.change',
  input: z.strictObject({ ...pageInput, ruleId: id() }),
  output: pageOf(Used),
  async run({ db, actor }, { ruleId, limit, after }) {
    await requireRule(db, actor.workspaceId, ruleId);
    const { rows } = await sql<Row>`
      select ticket.id, ticket.number, ticket.subject, used.at, used.id as use_id from rule_use used
      join ticket on ticket.workspace_id = used.workspace_id and ticket.id = used.ticket_id
      where used.workspace_id = ${actor.workspaceId} and used.rule_id = ${ruleId} and ${behind(after)}
      order by used.at desc, used.id desc limit ${limit + 1}`.execute(db);
    return toPage(rows, limit, {
      item: ({ id: ticketId, number, subject, at }) => ({
        ticket: { id: ticketId, number, subject },
        at: at.toISOString(),
      }),
      cursor: ({ at, use_id: useId }) => [at.toISOString(), useId],
    });
  },
});
