import type { CommandContext } from '../../../kernel/commands.ts';
import { joinNeeds } from '../conditions/compile.ts';
import { noFacts, type TicketFacts } from '../rules/facts.ts';
import type { TicketState } from '../rules/ticket.ts';
import { withHigherFacts } from './fact-sources.ts';
import { readRequesterFacts, readTicketFacts } from './queries/read-facts.ts';
import type { LookedAhead } from './look-ahead.ts';
import type { Loaded } from './registered-policies.ts';

export type WrittenText = { readonly text: string; readonly automatic: boolean };

type Asking = {
  readonly policies: readonly Loaded[];
  readonly isNew: boolean;
  readonly written?: WrittenText | undefined;
  readonly ahead?: LookedAhead | undefined;
};

/** What policies ask for beside the ticket. Nobody asks: nothing is read. */
export async function gatherFacts(
  ctx: CommandContext,
  ticket: TicketState,
  { policies, isNew, written, ahead }: Asking,
): Promise<TicketFacts> {
  const needs = joinNeeds(policies.map((policy) => policy.needs));
  const asksMessage = needs.message && written === undefined;
  const { workspaceId } = ctx.actor;
  const known = asksMessage
    ? await readTicketFacts(ctx.tx, workspaceId, ticket)
    : needs.requester
      ? (aheadOf(ticket, ahead) ?? (await readRequesterFacts(ctx.tx, workspaceId, ticket)))
      : noFacts;
  const facts = written ? { ...known, message: written.text, automatic: written.automatic } : known;
  const { contributions, now } = ctx;
  const asked = { contributions, needs, workspaceId, now, areNew: isNew };
  const all = await withHigherFacts(ctx.tx, asked, new Map([[ticket.id, facts]]));
  return all.get(ticket.id) ?? facts;
}

/** Of somebody else where the person has been merged, or has lost the contact point, in between. */
const aheadOf = ({ requesterId }: TicketState, ahead?: LookedAhead): TicketFacts | null =>
  ahead?.requester?.id === requesterId ? ahead.requester.facts : null;
