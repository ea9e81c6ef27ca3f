import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { readTicketFacts, stateOf, type TicketRecord } from '../../tickets/public.ts';
import { route } from '../deciding/decide.ts';
import type { StoredRule } from '../deciding/compile.ts';
import type { Placed } from '../deciding/call.ts';
import type { Decision } from '../decision.ts';
import { readNow, type RoutingMemory } from '../memory.ts';
import { readPlace } from './read-place.ts';
import { compiledWith } from './read-routing.ts';

type Asked = { readonly workspaceId: string; readonly ticketId: string; readonly now: Date };
type With = { readonly memory: RoutingMemory; readonly rules?: readonly StoredRule[] };

/** What rules, those of the workspace or others, say of a ticket as it is now. Nothing is changed. */
export async function playTicket(
  db: Reader,
  { workspaceId, ticketId, now }: Asked,
  { memory, rules }: With,
): Promise<{ decision: Decision; placed: Placed | null }> {
  const { rows } = await sql<TicketRecord>`
    select * from ticket where workspace_id = ${workspaceId} and id = ${ticketId}::uuid`.execute(
    db,
  );
  const [row] = rows;
  if (!row) {
    throw new Refusal('not_found', 'ticket.not_found');
  }
  const ticket = stateOf(row);
  const facts = await readTicketFacts(db, workspaceId, ticket);
  const compiled =
    rules === undefined
      ? await memory.known.of(workspaceId, db)
      : await compiledWith(db, workspaceId, rules);
  const current = await readNow(db, workspaceId, { memory });
  const placed = await readPlace(db, workspaceId, ticketId);
  const isChosen = placed === null || placed.byHand || placed.teamId !== ticket.teamId;
  const boundTeamId = isChosen || placed.teamChosen ? ticket.teamId : null;
  const settings = { ...compiled, ...current };
  return { decision: route({ ticket, facts, now }, settings, boundTeamId), placed };
}
