import type { Clock } from '../../kernel/clock.ts';
import type { CommandContext } from '../../kernel/commands.ts';
import {
  noCategories,
  type Asked,
  type RegisteredPolicy,
  type TicketState,
} from '../tickets/public.ts';
import { callFor, type Placed } from './deciding/call.ts';
import type { Loads, Presence } from './deciding/choose.ts';
import { compileRouting, type CompiledRouting } from './deciding/compile.ts';
import { routingPolicy, type RoutingEffect, type RoutingSettings } from './deciding/decide.ts';
import { urgencies, weights } from './deciding/weights.data.ts';
import { keptOf } from './decision.ts';
import { ticketRouted } from './events.ts';
import { readNow, type Compiled, type Now, type RoutingMemory } from './memory.ts';
import { leaveQueue, rankInQueue, savePlace } from './place-store.ts';
import { readPlace } from './queries/read-place.ts';

type Parts = { readonly memory: RoutingMemory; readonly clock: Clock };

const nobodyThere: Presence = {
  of: () => ({ state: 'absent', until: null, substituteId: null, onDuty: false }),
  dutyOf: () => [],
};
const noLoads: Loads = { weightOf: () => 0, turnOf: () => '', gone: new Set() };
const nothing = compileRouting({
  rules: [],
  agents: [],
  teamIds: [],
  skillIds: [],
  called: new Map(),
  names: new Map(),
  timeZone: 'UTC',
  categories: noCategories,
});
const idle: RoutingSettings = {
  ...nothing,
  loads: noLoads,
  availability: nobodyThere,
  placed: null,
};

/** What happened longer ago than this is brought in from the past: whoever had those tickets, has them. */
const longAgoMs = 3_600_000;

/** The workspace's routing at the tickets' door. */
export const routingAtTheDoor = ({ memory, clock }: Parts): RegisteredPolicy => ({
  policy: routingPolicy as RegisteredPolicy['policy'],
  needs: (settings) => (settings as CompiledRouting).needs,

  async settings({ tx, actor, now }) {
    if (clock().getTime() - now.getTime() > longAgoMs) {
      return nothing;
    }
    const compiled = await memory.known.of(actor.workspaceId, tx);
    return compiled.rules.length === 0 ? nothing : compiled;
  },

  ahead: async ({ tx, actor }, settings) =>
    settings === nothing ? undefined : readNow(tx, actor.workspaceId, { memory }),

  moment: (ctx, asked, { settings, ahead }) =>
    settings === nothing
      ? Promise.resolve(idle)
      : settingsFor(ctx, asked, {
          memory,
          compiled: settings as CompiledRouting,
          ahead: ahead as Now | undefined,
        }),

  nameOf: (settings, id) => (settings as CompiledRouting).called.get(id),

  note({ ticket, effects }, settings) {
    let person = null;
    for (const effect of effects as readonly RoutingEffect[]) {
      if (effect.kind === 'routed' && effect.decision.userId !== null) {
        person = effect.decision.userId;
        const handed = { ticketId: ticket.id, userId: person, weight: weights[ticket.priority] };
        memory.loads.handOut((settings as Loaded).workspaceId, handed);
      }
    }
    return person;
  },

  perform: async (ctx, { ticket, effects }) => {
    for (const effect of effects as readonly RoutingEffect[]) {
      if (effect.kind === 'routed') {
        noteDecision(ctx, ticket, effect);
      } else if (effect.kind === 'left') {
        leaveQueue(ctx, ticket.id);
      } else {
        rankInQueue(ctx, ticket.id, urgencies[ticket.priority]);
      }
    }
  },
});

type Loaded = RoutingSettings & { readonly workspaceId: string };

/** Loads and absences are only read for a ticket that somebody is looked for. */
async function settingsFor(
  { tx, actor: { workspaceId } }: CommandContext,
  asked: Asked,
  { memory, compiled, ahead }: Compiled & { readonly ahead: Now | undefined },
): Promise<Loaded> {
  const isNew = asked.occurrences.some(({ kind }) => kind === 'opened');
  const placed = isNew ? null : await readPlace(tx, workspaceId, asked.ticket.id);
  const settings = { ...idle, ...compiled, placed, workspaceId };
  return mayBeRouted(asked, placed, compiled)
    ? { ...settings, ...(ahead ?? (await readNow(tx, workspaceId, { memory }))) }
    : settings;
}

/** Policies after this question may still change what it saw; a ticket without anybody is looked at in any case. */
const mayBeRouted = (asked: Asked, placed: Placed | null, compiled: CompiledRouting): boolean =>
  asked.ticket.assigneeId === null || callFor(asked, placed, compiled)?.kind === 'route';

type Routed = Extract<RoutingEffect, { kind: 'routed' }>;

function noteDecision(ctx: CommandContext, ticket: TicketState, effect: Routed): void {
  const { decision, teamChosen, first } = effect;
  const { outcome, rule, teamId, userId } = decision;
  if (outcome === 'none' || rule === null || teamId === null) {
    return;
  }
  const placed = {
    ticket_id: ticket.id,
    rule_id: rule.id,
    team_id: teamId,
    user_id: userId,
    waiting_since: outcome === 'waiting' ? ctx.now : null,
    urgency: urgencies[ticket.priority],
    team_chosen: teamChosen,
  };
  savePlace(ctx, placed, { first });
  ctx.emit(
    ticketRouted,
    { ticketId: ticket.id, ruleId: rule.id, outcome, teamId, userId },
    { ticketId: ticket.id, reason: { code: 'routing_decision', params: { ...keptOf(decision) } } },
  );
}
