import type { Clock } from '../../kernel/clock.ts';
import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import { ticketPolicies } from '../tickets/public.ts';
import { rulesAtTheDoor } from './act-on-tickets.ts';
import { runOwnEffects, runWebhooks, type EffectParts } from './effects/run-effects.ts';
import { ruleRemoval } from './commands/change-rules.ts';
import { openKnownRules, type KnownRules } from './known-rules.ts';
import { rulesLiveView } from './live-view.ts';
import { ruleRoutes } from './routes.ts';
import { forgetOnTeamDeleted, forgetOnUserDeactivated } from './subscribers/forget-on-gone.ts';

export type RuleParts = EffectParts & {
  readonly clock: Clock;
  readonly secrets: { seal(text: string): string; unseal(sealed: string): string };
};

export type Rules = { readonly module: Module; readonly known: KnownRules };

export function createRules(parts: RuleParts): Rules {
  const known = openKnownRules(parts.db);
  return {
    known,
    module: {
      name: 'rules',
      routes: ruleRoutes(parts.secrets),
      jobs: [runOwnEffects(parts), runWebhooks(parts)],
      subscribers: [forgetOnTeamDeleted, forgetOnUserDeactivated],
      permissions: [{ key: 'rule.change', group: 'company' }],
      contributions: [
        contribute(ticketPolicies, rulesAtTheDoor({ known, clock: parts.clock })),
        contribute(liveViews, rulesLiveView),
        contribute(removalKinds, ruleRemoval),
      ],
    },
  };
}
