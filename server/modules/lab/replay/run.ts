import type {
  ChangedField,
  FactNeeds,
  LoadedPolicy,
  TicketFacts,
  TicketState,
} from '../../tickets/public.ts';
import type { CompiledRule, CompiledRules, RuleEffectAsked } from '../../rules/public.ts';
import type { OpenCalendars, SlaSettings, TicketClocks } from '../../sla/public.ts';
import type { Reason } from '../../../kernel/events.ts';
import type { CompiledRouting, Loads, Placed, Presence } from '../../routing/public.ts';
import type { Act } from './past.ts';

/** Routing as it is, or as it would be, and who was there when. */
export type RoutingVariant = {
  readonly compiled: CompiledRouting;
  readonly availability: Presence;
};

/** All tickets of one side at a moment, as far as one of them matters to another. */
export type Desk = {
  /** What everybody has in hand. */
  readonly loads: Loads;
  /** Told after every change of a ticket. */
  count(run: Run): void;
  /** Told when routing has decided: it may wait for somebody, or wait no more. */
  queue(run: Run): void;
};

/** A ticket's place in routing, with what the queue is in order by. */
export type Place = Placed & { readonly since: number; readonly urgency: number };

/** Settings to replay with, compiled. */
export type Variant = {
  readonly policies: readonly LoadedPolicy[];
  readonly rules: CompiledRules;
  /** The rules of time among them. */
  readonly timed: readonly CompiledRule[];
  readonly sla: SlaSettings;
  readonly calendars: OpenCalendars;
  /** Null: where tickets went stays as it was; the draft cannot lead them elsewhere. */
  readonly routing: RoutingVariant | null;
  /** What conditions ask that the letters do not tell. */
  readonly needs: Pick<FactNeeds, 'sla' | 'workingTime'>;
};

export type OutwardKind = RuleEffectAsked['outward'][number]['kind'];

/** What would have been seen of a ticket at a moment. */
export type Seen = { readonly at: number } & (
  | {
      readonly kind: 'changed';
      readonly field: ChangedField;
      readonly to: unknown;
      /** Null: it was asked for by somebody. */
      readonly reason: Reason | null;
    }
  | { readonly kind: 'acted'; readonly ruleId: string }
  | { readonly kind: 'effect'; readonly ruleId: string; readonly what: OutwardKind }
  | {
      readonly kind: 'warned' | 'breached' | 'met';
      readonly target: string;
      readonly policyId: string;
    }
  | { readonly kind: 'cut' }
);

/** One ticket on its way through one variant. */
export type Run = {
  readonly variant: Variant;
  readonly opening: TicketFacts;
  ticket: TicketState;
  /** Null: routing has nothing to decide about it, or nothing yet. */
  desk: Desk | null;
  /** Where routing has put it. */
  placed: Place | null;
  /** So long nobody could be found for it, in milliseconds; null: somebody was at once. */
  waitedMs: number | null;
  /** It was opened within the window. */
  isNew: boolean;
  /** Whose load it is a part of, and whose it was when last counted, open or not. */
  held: { readonly userId: string; readonly weight: number } | null;
  countedFor: string | null;
  clocks: TicketClocks;
  at: number;
  updatedAt: number;
  lastWord: { at: number; by: NonNullable<Act['wrote']> };
  /** Rules of time that have acted, with the moment for which. */
  readonly timed: Set<string>;
  /** When rules have answered. */
  readonly replies: { ruleId: string; at: number }[];
  /** What came of it since somebody last looked. */
  seen: Seen[];
};
