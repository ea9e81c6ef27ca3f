import type { JSONColumnType } from 'kysely';
import type { Status } from './schema.ts';

type Json<T> = JSONColumnType<T & object, string, string>;

export type DraftKind = 'reply' | 'note';

/** A text of the same draft that another device wrote at the same time. */
export type StoredAside = { body: string; html: string | null; editedAt: string };

/** The ticket around an answer that may still be taken back. */
export type Around = {
  status: { before: Status; after: Status };
  assigneeId: { before: string | null; after: string | null };
  firstRespondedAt: string | null;
  lastMessageAt: string;
  lastMessageBy: 'customer' | 'agent' | 'system';
  preview: string;
};

export type PlannedProblem = 'customer_wrote' | 'author_left';

/** Tables of what is being written, may be taken back, or is to be written later. */
export type ComposerTables = {
  draft: {
    workspace_id: string;
    user_id: string;
    ticket_id: string;
    kind: DraftKind;
    edition: string;
    body: string;
    html: string | null;
    cc: string[];
    attachments: string[];
    aside: Json<StoredAside> | null;
    edited_at: Date;
  };
  held_answer: {
    workspace_id: string;
    message_id: string;
    ticket_id: string;
    author_id: string;
    until: Date;
    before: Json<Around>;
  };
  planned_answer: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    author_id: string;
    body: string;
    html: string | null;
    blocked_images: number;
    cc: string[];
    attachments: string[];
    status: Status | null;
    send_at: Date;
    unless_answered: boolean;
    problem: PlannedProblem | null;
    version: number;
    created_at: Date;
    changed_at: Date;
  };
};
