import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, time } from '../../../kernel/text.ts';
import { requireRule } from './require-rule.ts';

const Used = z.object({
  ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }),
  at: time(),
});

/** The tickets that a rule acted upon within the last week, the newest first. */
export const listUses = defineQuery({
  name: 'rules.list-uses',
  permission: 'rule.change',
  input: z.strictObject({ ruleId: id() }),
  output: z.object({ items: z.array(Used) }),
  async run({ db, actor }, { ruleId }) {
    await requireRule(db, actor.workspaceId, ruleId);
    const { rows } = await sql<{ id: string; number: number; subject: string; at: Date }>`
      select ticket.id, ticket.number, ticket.subject, used.at from rule_use used
      join ticket on ticket.workspace_id = used.workspace_id and ticket.id = used.ticket_id
      where used.workspace_id = ${actor.workspaceId} and used.rule_id = ${ruleId}
      order by used.at desc limit 20`.execute(db);
    return { items: rows.map(({ at, ...ticket }) => ({ ticket, at: at.toISOString() })) };
  },
});
