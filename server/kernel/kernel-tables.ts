import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { FieldChange, Reason } from './events.ts';

type Json<T> = JSONColumnType<T & object, string, string>;

/** The tables of the kernel. No module writes to them. */
export type KernelTables = {
  workspace: {
    id: string;
    slug: string;
    name: string;
    locale: string;
    time_zone: string;
    settings: Json<Record<string, unknown>>;
    version: number;
    created_at: Date;
  };
  event: {
    workspace_id: string;
    id: string;
    /** The transaction that wrote it; readers that need order go by (tx, id) below the oldest running one. */
    tx: Generated<string>;
    name: string;
    ticket_id: string | null;
    person_id: string | null;
    actor_kind: string;
    actor_id: string | null;
    actor_name: string;
    reason: Json<Reason> | null;
    changes: Json<readonly FieldChange[]> | null;
    payload: ColumnType<unknown, string, never>;
    at: Date;
  };
  receipt: {
    workspace_id: string;
    actor_id: string;
    key: string;
    input_hash: string;
    output: ColumnType<unknown, string, string>;
    at: Date;
  };
  audit_entry: {
    workspace_id: string;
    id: string;
    at: Date;
    actor_kind: string;
    actor_id: string | null;
    actor_name: string;
    ip: string | null;
    action: string;
    subject_kind: string;
    subject_id: string;
    subject_name: string;
    before: Json<Record<string, unknown>> | null;
    after: Json<Record<string, unknown>> | null;
  };
};
