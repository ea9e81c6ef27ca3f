import type { Clock } from '../../kernel/clock.ts';
import type { CommandContext } from '../../kernel/commands.ts';
import { newId } from '../../kernel/ids.ts';
import { noCategories, type RegisteredPolicy } from '../tickets/public.ts';
import { compileRules, type CompiledRules } from './deciding/compile-rules.ts';
import { keyOf, rulesPolicy, type RuleEffectAsked } from './deciding/decide.ts';
import { insertEffect } from './effects/effect-store.ts';
import { ownQueue, webhookQueue } from './effects/queues.data.ts';
import type { KnownRules } from './known-rules.ts';
import type { RuleAction } from './schema.ts';
import { noteUses } from './use-store.ts';

const noNames = { conditions: new Map(), actions: new Map() };
const none: CompiledRules = compileRules([], {
  names: noNames,
  timeZone: 'UTC',
  categories: noCategories,
});

/** What happened longer ago than this is brought in from the past: nobody is answered or told because of it. */
const longAgoMs = 3_600_000;

export function rulesAtTheDoor(parts: { known: KnownRules; clock: Clock }): RegisteredPolicy {
  return {
    policy: rulesPolicy as RegisteredPolicy['policy'],
    settings: async ({ tx, actor, now }) =>
      parts.clock().getTime() - now.getTime() > longAgoMs
        ? none
        : parts.known.of(actor.workspaceId, tx),
    needs: (settings) => (settings as CompiledRules).needs,

    async perform(ctx, { ticket, effects, facts, follows }) {
      const asked = effects as readonly RuleEffectAsked[];
      const chain = [...follows, ...asked.map(({ rule }) => keyOf(rule.id))];
      const used = asked.map(({ rule }) => rule.id);
      noteUses(ctx, used, ticket.id);
      for (const { rule, outward } of asked) {
        // A program that answers programs would never end.
        const wanted = outward.filter(({ kind }) => kind !== 'reply' || !facts.automatic);
        for (const action of wanted) {
          queue(ctx, { rule, ticketId: ticket.id, action, follows: chain });
        }
      }
    },
  };
}

type Queued = {
  readonly rule: RuleEffectAsked['rule'];
  readonly ticketId: string;
  readonly action: RuleAction;
  readonly follows: readonly string[];
};

function queue(ctx: CommandContext, effect: Queued): void {
  const id = newId();
  insertEffect(ctx, { id, ...effect });
  const { name } = effect.action.kind === 'webhook' ? webhookQueue : ownQueue;
  ctx.enqueue({ queue: name, payload: { effectId: id } });
}
