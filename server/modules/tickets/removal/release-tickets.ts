import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { applyTo } from '../door.ts';
import type { Changes } from '../rules/ticket.ts';
import { lockTicketsNaming } from './removal-store.ts';

const atOnce = 100;
const some = z.array(id()).max(1_000);

/** Takes tickets from agents, teams and categories that are about to go. A merged ticket changes no more, so it keeps them. */
export const releaseTickets = defineCommand({
  name: 'tickets.release',
  permission: 'ticket.assign',
  input: z.strictObject({ userIds: some, teamIds: some, categoryIds: some }),
  output: z.object({ released: z.int(), more: z.boolean() }),

  async run(ctx, holders) {
    const rows = await lockTicketsNaming(ctx, holders, atOnce);
    let released = 0;
    for (const row of rows.filter(({ merged_into: into }) => into === null)) {
      const changes: Changes = {
        ...(holders.userIds.includes(row.assignee_id ?? '') && { assigneeId: null }),
        ...(holders.teamIds.includes(row.team_id ?? '') && { teamId: null }),
        ...(holders.categoryIds.includes(row.category_id ?? '') && { categoryId: null }),
      };
      await applyTo(ctx, row, { changes, occurrences: [] });
      released += 1;
    }
    return { released, more: rows.length === atOnce && released > 0 };
  },
});
