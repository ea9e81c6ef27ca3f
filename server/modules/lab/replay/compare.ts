import type { Reason } from '../../../kernel/events.ts';
import type { TicketState } from '../../tickets/public.ts';
import type { Past } from './past.ts';
import type { Seen } from './run.ts';

/** Fields whose differences are told. */
export const comparedFields = [
  'teamId',
  'assigneeId',
  'priority',
  'status',
  'type',
  'categoryId',
  'tags',
  'region',
  'fields',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** Where the two ways of a ticket part for the first time, and which setting on which side did it. */
export type Parting = {
  readonly field: ComparedField;
  readonly at: number;
  readonly was: unknown;
  readonly would: unknown;
  readonly side: 'was' | 'would' | null;
  readonly reason: Reason | null;
  /** The same rule of routing has decided on both sides, only others were free or next: the change has moved the turn. */
  readonly isTurn: boolean;
};

export type HandChange = {
  readonly field: ComparedField;
  /** The ticket was so already: nobody had to do anything. */
  readonly doneWas: boolean;
  readonly doneWould: boolean;
};

export type Way = {
  readonly ticket: TicketState;
  /** The team that the ticket came to first. */
  readonly firstTeam: string | null;
  /** Who was given it within the window. */
  readonly people: ReadonlySet<string>;
  /** How long nobody could be found for it, in milliseconds; null: somebody was at once. */
  readonly waitedMs: number | null;
  readonly seen: readonly Seen[];
};

export type Compared = {
  readonly past: Past;
  readonly openedInside: boolean;
  readonly was: Way;
  readonly would: Way;
  readonly partings: readonly Parting[];
  readonly byHand: readonly HandChange[];
  /** The way by today's settings ends as the ticket really is; null: that cannot be said. */
  readonly isFaithful: boolean | null;
  /** … with whoever really has it. */
  readonly hasSamePerson: boolean | null;
};

export const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
