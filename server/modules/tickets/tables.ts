import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type {
  Bounce,
  Delivery,
  Invitation,
  MailHeader,
  Priority,
  Status,
  TicketClock,
  TicketType,
} from './schema.ts';

type Json<T> = JSONColumnType<T & object, string, string>;

export type TicketRow = {
  workspace_id: string;
  id: string;
  number: Generated<number>;
  type: TicketType;
  subject: string;
  status: Status;
  priority: Priority;
  impact: Priority | null;
  urgency: Priority | null;
  category_id: string | null;
  channel_kind: string;
  channel_id: string | null;
  requester_id: string;
  organization_id: string | null;
  team_id: string | null;
  assignee_id: string | null;
  tags: string[];
  region: string | null;
  fields: Json<Record<string, unknown>>;
  created_at: Date;
  updated_at: Date;
  last_message_at: Date;
  last_message_by: 'customer' | 'agent' | 'system';
  preview: string;
  message_count: number;
  first_responded_at: Date | null;
  solved_at: Date | null;
  /** What it was before it was put into spam. */
  before_spam: Status | null;
  own_status_id: string | null;
  /** The next due time of its clocks, and what lists show of them; both belong to whoever keeps clocks. */
  due_at: Date | null;
  clock: TicketClock | null;
  first_response_due_at: Date | null;
  resolution_due_at: Date | null;
  /** `Infinity`: put aside until the customer writes. */
  snoozed_until: ColumnType<Date | number | null>;
  merged_into: string | null;
  version: number;
};

/** The tables this module owns. */
export type TicketTables = {
  ticket: TicketRow;
  category: {
    workspace_id: string;
    id: string;
    parent_id: string | null;
    name: string;
    archived: boolean;
    version: number;
  };
  ticket_follower: { workspace_id: string; ticket_id: string; user_id: string };
  message: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    visibility: 'public' | 'internal';
    direction: 'in' | 'out';
    author_kind: 'person' | 'user' | 'system';
    author_id: string | null;
    author_name: string;
    author_address: string | null;
    is_new_participant: boolean;
    channel_kind: string;
    channel_id: string | null;
    body: string;
    quoted: string | null;
    signature: string | null;
    html: string | null;
    quoted_html: string | null;
    blocked_images: number;
    mail: Json<MailHeader> | null;
    invitation: Json<Invitation> | null;
    automatic: string | null;
    delivery: Json<Delivery> | null;
    bounces: Json<Bounce[]> | null;
    source_id: string | null;
    created_at: Date;
  };
  file: {
    workspace_id: string;
    id: string;
    hash: string;
    name: string;
    content_type: string;
    size: number;
    created_by: string | null;
    created_at: Date;
  };
  message_file: {
    workspace_id: string;
    message_id: string;
    position: number;
    file_id: string;
    inline: boolean;
    content_id: string | null;
  };
  ticket_load: {
    workspace_id: string;
    id: string;
    user_id: string;
    priority: Priority;
    n: number;
    turn: string | null;
    ticket_id: string | null;
  };
  ticket_tally: {
    workspace_id: string;
    id: string;
    status: Status;
    team_id: string | null;
    assignee_id: string | null;
    n: number;
    snoozed: Generated<boolean>;
    folded: Generated<boolean>;
  };
};

/** Names that lists show, owned by lower modules: joined, never written. */
export type NameTables = {
  person: { workspace_id: string; id: string; name: string };
  organization: { workspace_id: string; id: string; name: string };
  user_account: { workspace_id: string; id: string; name: string; active: boolean };
  team: { workspace_id: string; id: string; name: string };
  /** Kept by a higher module; here only what a ticket shows of it. */
  own_status: { workspace_id: string; id: string; name: string };
  contact: {
    workspace_id: string;
    person_id: string;
    kind: string;
    value: string;
    created_at: Date;
  };
};
