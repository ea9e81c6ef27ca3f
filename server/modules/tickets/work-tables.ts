import type { ColumnType, Generated } from 'kysely';
import type { Status } from './schema.ts';

type OptionalTime = Date | null;

/** The tables of what is done with tickets beside answering them. */
export type WorkTables = {
  ticket_move: {
    workspace_id: string;
    id: string;
    kind: 'merge' | 'split';
    from_ticket_id: string;
    to_ticket_id: string;
    message_ids: string[];
    status_before: Status | null;
    snoozed_until_before: ColumnType<Date | number | null>;
    to_status_before: Status | null;
    to_own_status_before: string | null;
    follower_ids: string[];
    planned_ids: string[];
    done_by: string | null;
    done_by_name: string;
    done_at: Date;
    undone_at: OptionalTime;
  };
  ticket_participant: {
    workspace_id: string;
    ticket_id: string;
    person_id: string;
    move_id: string;
  };
  ticket_link: {
    workspace_id: string;
    id: string;
    kind: 'related' | 'parent' | 'problem';
    from_ticket_id: string;
    to_ticket_id: string;
    made_by_name: string;
    made_at: Date;
  };
  reminder: {
    workspace_id: string;
    id: string;
    user_id: string;
    ticket_id: string | null;
    kind: 'reminder' | 'call';
    at: Date;
    note: string;
    phone: string | null;
    made_at: Date;
    fired_at: OptionalTime;
    done_at: OptionalTime;
    version: Generated<number>;
  };
  time_entry: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    user_id: string;
    minutes: number;
    note: string;
    spent_at: Date;
    by_timer: boolean;
    /** Of an hour, as a decimal string. */
    hourly_rate: string | null;
    currency: string | null;
    made_at: Date;
    version: Generated<number>;
  };
  time_timer: {
    workspace_id: string;
    user_id: string;
    ticket_id: string;
    started_at: Date;
    note: string;
  };
  time_rate: { workspace_id: string; role_id: string; hourly: string };
  time_rate_setting: {
    workspace_id: string;
    hourly: string | null;
    currency: string;
    version: Generated<number>;
  };
};
