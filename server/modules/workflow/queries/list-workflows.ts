import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { TicketType } from '../../tickets/public.ts';
import { Workflow } from '../schema.ts';
import type { WorkflowTables } from '../tables.ts';

/** Of every type, those that nobody has set anything for too. */
export const listWorkflows = defineQuery({
  name: 'workflow.list',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Workflow) }),
  async run({ db, actor }) {
    const rows = await db
      .withTables<WorkflowTables>()
      .selectFrom('workflow')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .execute();
    const known = new Map(rows.map((row) => [row.type, row]));
    return {
      items: TicketType.options.map((type) => {
        const row = known.get(type);
        const { transitions = null, required = [] } = row?.definition ?? {};
        return { type, transitions, required, version: row?.version ?? 0 };
      }),
    };
  },
});
