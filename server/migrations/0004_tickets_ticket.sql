create table category (
  workspace_id uuid not null references workspace,
  id uuid not null,
  parent_id uuid,
  name text not null check (length(name) between 1 and 120),
  archived boolean not null default false,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, parent_id) references category
);
call otklik_guard('category');

create table ticket (
  workspace_id uuid not null references workspace,
  id uuid not null,
  number bigint not null,
  type text not null check (type in ('question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task')),
  subject text not null,
  status text not null check (status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  impact text check (impact in ('low', 'normal', 'high', 'urgent')),
  urgency text check (urgency in ('low', 'normal', 'high', 'urgent')),
  category_id uuid,
  channel_kind text not null,
  channel_id uuid,
  requester_id uuid not null,
  organization_id uuid,
  team_id uuid,
  assignee_id uuid,
  tags text[] not null default '{}',
  region text,
  fields jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_message_at timestamptz not null,
  last_message_by text not null check (last_message_by in ('customer', 'agent', 'system')),
  preview text not null,
  message_count int not null default 0,
  first_responded_at timestamptz,
  solved_at timestamptz,
  first_response_due_at timestamptz,
  resolution_due_at timestamptz,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, requester_id) references person,
  foreign key (workspace_id, organization_id) references organization,
  foreign key (workspace_id, category_id) references category,
  foreign key (workspace_id, team_id) references team,
  foreign key (workspace_id, assignee_id) references user_account
);
-- Lists of open work must not grow with what is solved: each has an index of open tickets only.
create unique index ticket_number on ticket (workspace_id, number);
create index ticket_inbox on ticket (workspace_id, updated_at desc, id desc)
  where status in ('new', 'open', 'pending', 'on_hold');
create index ticket_unassigned on ticket (workspace_id, updated_at desc, id desc)
  where status in ('new', 'open', 'pending', 'on_hold') and assignee_id is null;
create index ticket_of_assignee on ticket (workspace_id, assignee_id, updated_at desc, id desc)
  where status in ('new', 'open', 'pending', 'on_hold') and assignee_id is not null;
create index ticket_of_team on ticket (workspace_id, team_id, updated_at desc, id desc)
  where status in ('new', 'open', 'pending', 'on_hold') and team_id is not null;
create index ticket_recent on ticket (workspace_id, updated_at desc, id desc);
create index ticket_of_requester on ticket (workspace_id, requester_id, updated_at desc, id desc);
create index ticket_of_organization on ticket (workspace_id, organization_id, updated_at desc, id desc)
  where organization_id is not null;
create index ticket_of_category on ticket (workspace_id, category_id, updated_at desc, id desc)
  where category_id is not null;
create index ticket_created on ticket (workspace_id, created_at desc, id desc);
create index ticket_tag on ticket using gin (tags) where tags <> '{}';
call otklik_guard('ticket');

create table ticket_follower (
  workspace_id uuid not null references workspace,
  ticket_id uuid not null,
  user_id uuid not null,
  primary key (workspace_id, ticket_id, user_id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, user_id) references user_account
);
call otklik_guard('ticket_follower');

create table message (
  workspace_id uuid not null references workspace,
  id uuid not null,
  ticket_id uuid not null,
  visibility text not null check (visibility in ('public', 'internal')),
  direction text not null check (direction in ('in', 'out')),
  author_kind text not null check (author_kind in ('person', 'user', 'system')),
  author_id uuid,
  author_name text not null,
  author_address text,
  is_new_participant boolean not null default false,
  channel_kind text not null,
  channel_id uuid,
  -- What the author wrote now; the quoted rest and the signature are kept beside it, folded.
  body text not null,
  quoted text,
  signature text,
  -- Cleaned when it came in; remote images are marked, not loaded.
  html text,
  quoted_html text,
  blocked_images int not null default 0,
  mail jsonb,
  invitation jsonb,
  automatic text,
  delivery jsonb,
  bounces jsonb,
  source_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index message_of_ticket on message (workspace_id, ticket_id, id);
call otklik_guard('message');

create table file (
  workspace_id uuid not null references workspace,
  id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  content_type text not null,
  size bigint not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
call otklik_guard('file');

create table message_file (
  workspace_id uuid not null references workspace,
  message_id uuid not null,
  position int not null,
  file_id uuid not null,
  inline boolean not null,
  content_id text,
  primary key (workspace_id, message_id, position),
  foreign key (workspace_id, message_id) references message on delete cascade,
  foreign key (workspace_id, file_id) references file
);
create index message_file_owner on message_file (workspace_id, file_id);
call otklik_guard('message_file');

-- How many open and solved tickets there are, by what views count. Changes are appended (no row is fought over) and
-- folded into one cell for each status, team and assignee from time to time; the sum is always right. The edition is
-- another one after every fold, so that readers may keep the folded cells in memory.
create table ticket_tally (
  workspace_id uuid not null references workspace,
  id uuid not null,
  status text not null,
  team_id uuid,
  assignee_id uuid,
  n int not null,
  folded boolean not null default false,
  primary key (workspace_id, id)
);
create unique index ticket_tally_cell on ticket_tally (workspace_id, status, team_id, assignee_id)
  nulls not distinct where folded;
create index ticket_tally_fresh on ticket_tally (workspace_id, id) where not folded;
call otklik_guard('ticket_tally');

create table ticket_tally_fold (
  workspace_id uuid not null references workspace,
  edition uuid not null,
  primary key (workspace_id)
);
call otklik_guard('ticket_tally_fold');
