import type { CommandContext } from '../../../kernel/commands.ts';
import { noFacts, type TicketFacts } from '../rules/facts.ts';
import { gatherFacts, type WrittenText } from './gather-facts.ts';
import type { LookedAhead } from './look-ahead.ts';
import { atThisMoment, loadPolicies, type Asked, type Loaded } from './registered-policies.ts';

export type Surroundings = { readonly policies: readonly Loaded[]; readonly facts: TicketFacts };

/** What is known before anybody is asked. */
type Seen = {
  readonly written?: WrittenText | undefined;
  readonly ahead?: LookedAhead | undefined;
};

const nothing: ReadonlyMap<string, unknown> = new Map();

/**
 * Whom to ask about what has happened, and what they look at beside the ticket. Settings are known by heart; what they ask the
 * database for, all ask in one turn: at every ticket a turn more is what costs, not what is read in it.
 */
export async function lookAround(
  ctx: CommandContext,
  asked: Asked,
  { written, ahead }: Seen,
): Promise<Surroundings> {
  if (asked.occurrences.length === 0) {
    return { policies: [], facts: noFacts };
  }
  const known = await loadPolicies(ctx);
  const isNew = asked.occurrences.some(({ kind }) => kind === 'opened');
  const [policies, facts] = await Promise.all([
    atThisMoment(ctx, asked, { policies: known, ahead: ahead?.moments ?? nothing }),
    gatherFacts(ctx, asked.ticket, { policies: known, isNew, written, ahead }),
  ]);
  return { policies, facts };
}
