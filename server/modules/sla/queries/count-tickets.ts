import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { readPolicy } from './read-policies.ts';

/** Nobody decides otherwise because of more, and a question is not to wait for a count of a million. */
const mostCounted = 10_000;

/** Open tickets with a clock of this policy: those that its removal touches. */
export const countTickets = defineQuery({
  name: 'sla.count-tickets',
  permission: 'sla.change',
  input: z.strictObject({ policyId: id() }),
  /** At most 10,000. */
  output: z.object({ tickets: z.int() }),

  async run({ db, actor: { workspaceId } }, { policyId }) {
    const { id: known } = await readPolicy(db, workspaceId, policyId);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
      select from ticket where workspace_id = ${workspaceId}
        and status in ('new', 'open', 'pending', 'on_hold')
        and exists (select from ticket_clock where ticket_clock.workspace_id = ticket.workspace_id
          and ticket_clock.ticket_id = ticket.id and ticket_clock.policy_id = ${known})
      limit ${mostCounted}) counted`.execute(db);
    return { tickets: rows[0]?.n ?? 0 };
  },
});
