import { z } from 'zod';
import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/errors.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { id } from '../../../../kernel/text.ts';
import { visibleTo } from '../../../tickets/public.ts';
import type { SlaTables } from '../../schema.ts';
import { SlaFound, SlaPreview } from '../schema.ts';

/** How far a preview is, and what it has found; only for whoever asked. Tickets that they do not see are counted, not shown. */
export const getPreview = defineQuery({
  name: 'sla.get-preview',
  permission: 'sla.change',
  input: z.strictObject({ previewId: id() }),
  output: SlaPreview,

  async run({ db, actor }, { previewId }) {
    const row = await db
      .withTables<SlaTables>()
      .selectFrom('sla_preview')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('id', '=', previewId)
      .executeTakeFirst();
    if (!row || row.user_id !== actor.id) {
      throw new Refusal('not_found', 'sla_preview.not_found');
    }
    const { examples, ...counts } = SlaFound.parse(row.found);
    const ids = examples.map(({ ticketId }) => ticketId);
    const { rows } = await sql<{ id: string; number: number; subject: string }>`
      select ticket.id, ticket.number, ticket.subject from ticket
      where ticket.workspace_id = ${actor.workspaceId} and ticket.id = any(${sql.val(ids)}::uuid[])
        and ${visibleTo(actor)}`.execute(db);
    const seen = new Map(rows.map((ticket) => [ticket.id, ticket]));
    return {
      id: row.id,
      state: row.state,
      looked: row.looked,
      total: Math.max(row.total, row.looked),
      counts,
      examples: examples.flatMap(({ ticketId, ...change }) => {
        const ticket = seen.get(ticketId);
        return ticket ? [{ ...change, ticket }] : [];
      }),
    };
  },
});
