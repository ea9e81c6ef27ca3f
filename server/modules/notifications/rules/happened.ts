import type { FieldChange } from '../../../kernel/events.ts';

/** A fact of the log, as far as anybody may be told of it. */
export type Happened = {
  readonly tx: string;
  readonly id: string;
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly ticketId: string | null;
  readonly changes: readonly FieldChange[];
  /** Null: nobody has given one. `said`: in a person's own words; anything else is a machine's. */
  readonly reasonCode: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly at: Date;
};

/** The ticket as it is now, with who is around it. */
export type TicketAround = {
  readonly id: string;
  readonly status: string;
  readonly mergedInto: string | null;
  readonly createdAt: Date;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly followerIds: readonly string[];
  readonly memberIds: readonly string[];
  /** Who got it when it was opened; null: nobody. */
  readonly firstAssigneeId: string | null;
  readonly requesterName: string;
  readonly subject: string;
};

export type MessageSaid = {
  readonly id: string;
  readonly authorKind: 'person' | 'user' | 'system';
  readonly authorId: string | null;
  readonly authorName: string;
  readonly automatic: string | null;
  readonly text: string;
  readonly createdAt: Date;
};

/** What is known of a fact beside itself. */
export type Around = {
  readonly ticket: TicketAround | undefined;
  readonly message: MessageSaid | undefined;
  /** What a person has told themselves. */
  readonly note: string | undefined;
  /** Of a failure: who can mend it. */
  readonly keeperIds: readonly string[];
};
