import type { Reader } from '../../../kernel/database.ts';
import { noFacts, type TicketFacts } from '../rules/facts.ts';
import type { TicketState } from '../rules/ticket.ts';
import { withHigherFacts, type FactsAsked } from './fact-sources.ts';
import { readFacts } from './queries/read-facts.ts';

/** Facts of stored tickets, as far as somebody asks for them. */
export async function readAskedFacts(
  db: Reader,
  asked: FactsAsked,
  tickets: readonly Pick<TicketState, 'id' | 'requesterId'>[],
): Promise<ReadonlyMap<string, TicketFacts>> {
  const { needs, workspaceId } = asked;
  const read =
    needs.requester || needs.message
      ? await readFacts(db, workspaceId, tickets)
      : new Map<string, never>();
  const known = new Map(tickets.map(({ id }) => [id, read.get(id) ?? noFacts]));
  return withHigherFacts(db, asked, known);
}
