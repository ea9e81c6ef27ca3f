import type { Generated, JSONColumnType } from 'kysely';
import type { CustomerTexts, Digest, GivenChoices, Quiet } from './schema.ts';
import type { NoticeWords } from './rules/telling.ts';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

export type NoticeTables = {
  notice: {
    workspace_id: string;
    id: string;
    user_id: string;
    kind: string;
    ticket_id: string | null;
    message_id: string | null;
    actor_id: string | null;
    actor_name: string;
    preview: string;
    /** What it is about, so that the same is told once. */
    fact: string | null;
    words: Json<NoticeWords> | null;
    in_app: Generated<boolean>;
    mail_id: string | null;
    push_id: string | null;
    created_at: Date;
    read_at: Date | null;
  };
  notification_position: { workspace_id: string; tx: string; event_id: string };
  notification_default: { workspace_id: string; choices: Json<GivenChoices>; version: number };
  notification_preference: {
    workspace_id: string;
    user_id: string;
    choices: Json<GivenChoices>;
    zone: string | null;
    quiet: Json<Quiet> | null;
    digest: Json<Digest> | null;
    version: number;
  };
  push_device: {
    workspace_id: string;
    id: string;
    user_id: string;
    session_id: string | null;
    endpoint_hash: string;
    sealed: string;
    name: string;
    created_at: Date;
    used_at: Date | null;
  };
  notice_dispatch: {
    workspace_id: string;
    id: string;
    way: 'mail' | 'push';
    user_id: string | null;
    person_id: string | null;
    ticket_id: string | null;
    kind: string;
    bucket: string;
    urgent: boolean;
    state: DispatchState;
    due_at: Date;
    attempts: Generated<number>;
    problem: string | null;
    /** Devices that have it. */
    reached: Generated<string[]>;
    words: Json<Record<string, unknown>> | null;
    created_at: Date;
    finished_at: Date | null;
  };
  customer_notice: {
    workspace_id: string;
    kind: string;
    channel_ids: string[];
    texts: Json<CustomerTexts>;
    version: number;
  };
};

export type DispatchState = 'waiting' | 'sending' | 'done' | 'failed' | 'dropped';
