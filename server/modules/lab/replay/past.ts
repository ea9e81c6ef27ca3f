import type { Placed } from '../../routing/public.ts';
import type { Changes, Occurrence, TicketFacts, TicketState } from '../../tickets/public.ts';

/** One thing that somebody did to a ticket, as the event log tells it; every variant of a replay is asked the same. */
export type Act = {
  readonly at: Date;
  /** Grows with the log: tells which of two acts of one moment was first. */
  readonly order: string;
  readonly changes: Changes;
  /** Beside changes of fields. */
  readonly occurrences: readonly Occurrence[];
  /** Of the message, where one was written; else those that the ticket began with. */
  readonly facts: TicketFacts;
  /** A colleague did it by hand, not a program. */
  readonly byHand: boolean;
  /** Whose public word this is; null: nobody has written. */
  readonly wrote: 'customer' | 'agent' | 'system' | null;
  /** The first answer was taken back. */
  readonly unanswers: boolean;
  /** It was handed over because this person was absent: done only where they have it. */
  readonly absent: string | null;
};

export type PastPlace = Omit<Placed, 'byHand' | 'waiting'> & {
  readonly waiting: boolean;
  readonly at: number;
};

/** What is known of one ticket from its opening until now. */
export type Past = {
  readonly number: number;
  /** Before any policy had seen it. */
  readonly opening: TicketState;
  readonly openedBy: 'customer' | 'agent' | 'system';
  readonly order: string;
  /** Where routing had put it when it begins to decide anew. */
  readonly placed: PastPlace | null;
  readonly facts: TicketFacts;
  readonly acts: readonly Act[];
  /** As it really is now. */
  readonly end: TicketState;
  /** The log knows how it was opened; else the beginning is put together from what changed later. */
  readonly isWhole: boolean;
};

/** A fact of the log, as far as a replay needs it. */
export type PastEvent = {
  readonly id: string;
  readonly name: string;
  readonly actorKind: string;
  readonly actorName: string;
  readonly code: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
  readonly messageId: string | null;
  readonly otherId: string | null;
  /** Where routing has sent it, of `ticket.routed`. */
  readonly routed: {
    readonly ruleId: string;
    readonly teamId: string;
    readonly userId: string | null;
    readonly outcome: string;
  } | null;
  readonly at: Date;
  /** One transaction and moment: what was written together. */
  readonly together: string;
};

/** A message that an event names; gone ones are missing. */
export type PastMessage = {
  /** Empty where no condition asks for words. */
  readonly text: string;
  readonly automatic: boolean;
  readonly authorKind: 'person' | 'user' | 'system';
  readonly authorId: string | null;
};
