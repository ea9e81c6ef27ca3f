import { z } from 'zod';
import { sql } from 'kysely';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Contributions } from '../../../../kernel/extension-points.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { stateOf } from '../../door.ts';
import { readAskedFacts } from '../../policies/read-asked-facts.ts';
import { sharedConditions } from '../../queries/filter-conditions.ts';
import { selectTickets, toTicket } from '../../queries/read-ticket.ts';
import { noFacts } from '../../rules/facts.ts';
import { Ticket } from '../../schema.ts';
import { visibleTo } from '../../visibility.ts';
import { compileCondition } from '../compile.ts';
import type { Condition } from '../condition.ts';
import { ConditionProblem } from './condition-problems.ts';
import { narrowingOf } from './condition-sql.ts';
import { readCompileOptions } from './read-compile-options.ts';

export const Matching = z
  .object({
    /** The newest of them. */
    tickets: z.array(Ticket),
    matched: z.int(),
    /** How many tickets were looked at: the newest of those that could fit. */
    looked: z.int(),
    /** Whether there are more than were looked at. */
    more: z.boolean(),
    problems: z.array(ConditionProblem),
  })
  .meta({ id: 'MatchingTickets' });
export type Matching = z.infer<typeof Matching>;

const atMost = 1_000;
const shown = 20;

type Asking = {
  readonly actor: Actor;
  readonly now: Date;
  readonly contributions: Contributions;
};
type Wanted = { readonly condition: Condition; readonly scope: 'open' | 'all' };

export async function findMatching(
  db: Reader,
  { actor, now, contributions }: Asking,
  { condition, scope }: Wanted,
): Promise<Omit<Matching, 'problems'>> {
  const options = await readCompileOptions(db, actor.workspaceId, [condition]);
  const compiled = compileCondition(condition, options);
  const narrowing = narrowingOf(condition);
  let query = selectTickets(db, actor).where(visibleTo(actor)).where(narrowing.where);
  const base = sharedConditions(
    { ...(scope === 'open' && { status: ['any_open'] }), snoozed: 'with' },
    now,
  );
  for (const part of base) {
    query = query.where(part);
  }
  const rows = await query
    .orderBy(sql`ticket.updated_at desc, ticket.id desc`)
    .limit(atMost + 1)
    .execute();
  const looked = rows.slice(0, atMost);
  const states = looked.map((row) => stateOf({ ...row, workspace_id: actor.workspaceId }));
  const { workspaceId } = actor;
  const asked = { contributions, needs: compiled.needs, workspaceId, now };
  const facts = await readAskedFacts(db, asked, states);
  const matching = looked.filter((_, at) => {
    const ticket = states[at];
    return ticket && compiled.test({ ticket, now, facts: facts.get(ticket.id) ?? noFacts });
  });
  return {
    tickets: matching.slice(0, shown).map((row) => toTicket(row)),
    matched: matching.length,
    looked: looked.length,
    more: rows.length > atMost,
  };
}
