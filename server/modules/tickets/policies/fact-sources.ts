import { definePoint, type Contributions } from '../../../kernel/extension-points.ts';
import type { Reader } from '../../../kernel/database.ts';
import type { FactNeeds, TicketFacts } from '../rules/facts.ts';

/** Facts that a higher module knows of tickets, for conditions that ask for them. */
export type FactSource = {
  readonly answers: 'sla' | 'workingTime';
  read(
    db: Reader,
    asked: {
      readonly workspaceId: string;
      readonly ticketIds: readonly string[];
      readonly now: Date;
      /** They are coming in at this moment. */
      readonly areNew: boolean;
    },
  ): Promise<ReadonlyMap<string, Pick<TicketFacts, 'sla' | 'openCalendars'>>>;
};

export const ticketFactSources = definePoint<FactSource>('tickets.facts');

export type FactsAsked = {
  readonly contributions: Contributions;
  readonly needs: FactNeeds;
  readonly workspaceId: string;
  readonly now: Date;
  readonly areNew?: boolean;
};

/** Adds what higher modules know, where a condition asks for it. Nobody asks: nothing is read. */
export async function withHigherFacts(
  db: Reader,
  { contributions, needs, workspaceId, now, areNew = false }: FactsAsked,
  known: ReadonlyMap<string, TicketFacts>,
): Promise<ReadonlyMap<string, TicketFacts>> {
  let all = known;
  for (const source of contributions(ticketFactSources)) {
    if (needs[source.answers] && known.size > 0) {
      const ticketIds = [...known.keys()];
      const read = await source.read(db, { workspaceId, ticketIds, now, areNew });
      all = new Map([...all].map(([id, facts]) => [id, { ...facts, ...read.get(id) }]));
    }
  }
  return all;
}
