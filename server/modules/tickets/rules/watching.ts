import type { FieldError } from '../../../kernel/errors.ts';
import type { Reason } from '../../../kernel/events.ts';
import type { Changes, TicketState } from './ticket.ts';

/** Why a ticket may not take a step: a stable code, and what is missing by name. */
export type GuardRefusal = {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
};

export type WatchedStep = {
  readonly before: TicketState;
  readonly after: TicketState;
  readonly changes: Changes;
  /** False: a policy proposes it. */
  readonly isAsked: boolean;
};

/** Looks at every step of a ticket before it is taken. */
export type Watch = {
  /** With what follows from the step by definition. */
  complete(before: TicketState, after: TicketState): TicketState;
  refuse(step: WatchedStep): GuardRefusal | null;
};

/** Nobody guards. */
export const unwatched: Watch = { complete: (_before, after) => after, refuse: () => null };

/** A proposal that was not followed, and why. */
export type Refused = { readonly reason: Reason; readonly refusal: GuardRefusal };
