import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { requireTicketId, ticketRef } from '../../tickets/public.ts';
import { KeptDecision, type Decision } from '../decision.ts';
import type { RoutingMemory } from '../memory.ts';
import { ShownDecision } from '../schema.ts';
import { playTicket } from './play-ticket.ts';
import { namedIn, readNames } from './read-names.ts';
import { readWhole } from './read-whole.ts';

type Shown = z.infer<typeof ShownDecision>;

export const withNames = async (
  db: Reader,
  workspaceId: string,
  { decision, at }: { readonly decision: Decision; readonly at: Date | null },
): Promise<Shown> => ({
  ...decision,
  at: at?.toISOString() ?? null,
  names: await readNames(db, workspaceId, namedIn(decision)),
});

const shownAtMost = 20;

/** Why a ticket is where it is: every decision about it, the last one first, and what would be decided now. */
export const explainTicket = (memory: RoutingMemory) =>
  defineQuery({
    name: 'routing.explain-ticket',
    permission: 'ticket.read',
    input: z.strictObject({ ticketId: ticketRef }),
    output: z.object({
      items: z.array(ShownDecision),
      /** Nobody is looked for; only what rules say of the ticket as it is. */
      now: ShownDecision,
      waiting: z.boolean(),
    }),
    async run({ db, actor, now }, { ticketId: ref }) {
      const ticketId = await requireTicketId(db, actor, ref);
      const { workspaceId } = actor;
      const { rows } = await sql<{ at: Date; decision: unknown }>`
        select at, reason -> 'params' as decision from event where workspace_id = ${workspaceId}
          and ticket_id = ${ticketId}::uuid and name = 'ticket.routed'
        order by id desc limit ${shownAtMost}`.execute(db);
      const kept = rows.flatMap(({ at, decision: given }) => {
        const { data } = KeptDecision.safeParse(given);
        return data ? [{ at, decision: data }] : [];
      });
      const whole = await readWhole(
        db,
        workspaceId,
        kept.map((each) => each.decision),
      );
      const items: Shown[] = [];
      for (const [n, { at }] of kept.entries()) {
        items.push(await withNames(db, workspaceId, { decision: whole[n] as Decision, at }));
      }
      const { placed, decision } = await playTicket(db, { workspaceId, ticketId, now }, { memory });
      return {
        items,
        now: await withNames(db, workspaceId, { decision, at: null }),
        waiting: placed?.waiting ?? false,
      };
    },
  });
