import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { readReach } from '../../identity/public.ts';
import { mayBeSeenBy, type TicketRecord } from '../../tickets/public.ts';
import { ruleNotified } from '../events.ts';
import type { RuleAction } from '../schema.ts';
import type { lockEffect } from './effect-store.ts';

type Telling = {
  readonly ticket: TicketRecord;
  readonly effect: NonNullable<Awaited<ReturnType<typeof lockEffect>>>;
  readonly action: Extract<RuleAction, { kind: 'notify' }>;
};

/** A fact of the ticket; whoever tells people things tells them, each in the way that they have chosen. */
export async function tellPeople(
  ctx: CommandContext,
  { ticket, effect, action }: Telling,
): Promise<void> {
  const assignee = action.assignee && ticket.assignee_id ? [ticket.assignee_id] : [];
  const userIds = [...new Set([...action.userIds, ...assignee])];
  if (userIds.length === 0) {
    return;
  }
  const people = await mustReach(ctx, ticket, userIds);
  const { rule_id: ruleId, rule_name: rule, rule_version: version } = effect;
  ctx.emit(
    ruleNotified,
    { ticketId: ticket.id, ruleId, rule, userIds, text: action.text },
    {
      ticketId: ticket.id,
      changes: [{ field: 'notified', from: null, to: people }],
      reason: { code: 'rule', params: { id: ruleId, name: rule, version } },
    },
  );
}

/** A rule that names somebody who cannot be told is mended by whoever keeps rules. */
async function mustReach(ctx: CommandContext, ticket: TicketRecord, userIds: readonly string[]) {
  const reach = await readReach(ctx.tx, ctx.actor.workspaceId, userIds);
  const ref = (id: string | null) => (id === null ? null : { id });
  const seen = { team: ref(ticket.team_id), assignee: ref(ticket.assignee_id) };
  return userIds.map((id) => {
    const user = reach.get(id);
    if (!user?.active) {
      throw new Refusal('not_allowed', user ? 'user.inactive' : 'user.not_found');
    }
    if (!mayBeSeenBy(user, seen)) {
      throw new Refusal('not_allowed', 'mention.cannot_see', { detail: user.name });
    }
    return { id, name: user.name };
  });
}
