import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Reason } from '../../../kernel/events.ts';
import { findRecipients } from '../../availability/public.ts';
import { readReach } from '../../identity/public.ts';
import { mayBeSeenBy, type TicketRecord } from '../../tickets/public.ts';
import { ruleNotified } from '../events.ts';
import type { RuleAction } from '../schema.ts';
import type { lockEffect } from './effect-store.ts';

type Effect = NonNullable<Awaited<ReturnType<typeof lockEffect>>>;
type Telling<Kind extends RuleAction['kind']> = {
  readonly ticket: TicketRecord;
  readonly effect: Effect;
  readonly action: Extract<RuleAction, { kind: Kind }>;
};

/** A fact of the ticket; whoever tells people things tells them, each in the way that they have chosen. */
export async function tellPeople(
  ctx: CommandContext,
  { ticket, effect, action }: Telling<'notify'>,
): Promise<void> {
  const assignee = action.assignee && ticket.assignee_id ? [ticket.assignee_id] : [];
  const userIds = [...new Set([...action.userIds, ...assignee])];
  if (userIds.length === 0) {
    return;
  }
  const people = await mustReach(ctx, ticket, userIds);
  tell(ctx, { ticket, effect, people, text: action.text, overridesQuiet: false });
}

/** As an escalation of the SLA calls: whoever is there of those who answer for the ticket. */
export async function callOut(
  ctx: CommandContext,
  { ticket, effect, action }: Telling<'escalate'>,
): Promise<void> {
  const { text, overridesQuiet, leads, onDuty, userIds } = action;
  const people = await findRecipients(ctx.tx, ctx.actor.workspaceId, {
    tell: { leads, onDuty, userIds, assignee: false, roleIds: [] },
    ticket: { teamId: ticket.team_id, assigneeId: ticket.assignee_id },
    at: ctx.now,
  });
  const areAllOnDuty = people.length > 0 && people.every((each) => each.onDuty);
  tell(ctx, { ticket, effect, people, text, overridesQuiet: overridesQuiet || areAllOnDuty });
}

type Told = {
  readonly ticket: TicketRecord;
  readonly effect: Effect;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly text: string;
  readonly overridesQuiet: boolean;
};

function tell(ctx: CommandContext, { ticket, effect, people, text, overridesQuiet }: Told): void {
  const userIds = people.map(({ id }) => id);
  const { rule_id: ruleId, rule_name: rule } = effect;
  ctx.emit(
    ruleNotified,
    { ticketId: ticket.id, ruleId, rule, userIds, text, overridesQuiet },
    {
      ticketId: ticket.id,
      changes: [
        { field: 'notified', from: null, to: people.map(({ id, name }) => ({ id, name })) },
      ],
      reason: reasonOf(effect),
    },
  );
}

/** Why the history says that it happened. */
export const reasonOf = ({ rule_id, rule_name, rule_version }: Effect): Reason => ({
  code: 'rule',
  params: { id: rule_id, name: rule_name, version: rule_version },
});

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
