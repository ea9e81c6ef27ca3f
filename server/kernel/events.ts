import type { z } from 'zod';

/** One field before and after. Values are scalars or `{ id, name }` as a person would read them. */
export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** Why an automatic act happened: `code` is translated by the console, `params` fill the sentence. */
export type Reason = { readonly code: string; readonly params?: Readonly<Record<string, unknown>> };

/** A fact other modules, webhooks and reports may rely on. Name and payload are public API. */
export type EventType<Payload = unknown> = {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
};

export function defineEvent<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
): EventType<Payload> {
  return { name, payload };
}

/** What an event is about, beside its payload; the columns the timeline, the live stream and reports find it by. */
export type EventSubject = {
  readonly ticketId?: string;
  readonly personId?: string;
  readonly changes?: readonly FieldChange[];
  readonly reason?: Reason;
  /** When it happened, for what is brought in from the past; left out: now. */
  readonly at?: Date;
};

export type RecordedEvent<Payload = unknown> = {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly payload: Payload;
  readonly ticketId: string | null;
  readonly personId: string | null;
  readonly changes: readonly FieldChange[];
  readonly reason: Reason | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly at: Date;
};
