import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { TicketType } from '../../tickets/public.ts';
import { Workflow } from '../schema.ts';
import type { WorkflowTables } from '../tables.ts';

const Cursor = z.tuple([TicketType]);

/** Of every type, those that nobody has set anything for too. */
export const listWorkflows = defineQuery({
  name: 'workflow.list',
  permission: 'ticket.read',
  input: z.strictObject(pageInput),
  output: pageOf(Workflow),
  async run({ db, actor }, { limit, after }) {
    const rows = await db
      .withTables<WorkflowTables>()
      .selectFrom('workflow')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .execute();
    const known = new Map(rows.map((row) => [row.type, row]));
    const last = after === undefined ? null : decodeCursor(after, Cursor)[0];
    const left = TicketType.options.slice(last === null ? 0 : TicketType.options.indexOf(last) + 1);
    return toPage(left.slice(0, limit + 1), limit, {
      item: (type) => {
        const row = known.get(type);
        const { transitions = null, required = [] } = row?.definition ?? {};
        return { type, transitions, required, version: row?.version ?? 0 };
      },
      cursor: (type) => [type],
    });
  },
});
