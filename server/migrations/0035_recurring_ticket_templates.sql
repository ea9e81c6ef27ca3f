-- What a ticket is opened with: texts in Liquid, fields as they are.
create table ticket_template (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  subject text not null,
  body text not null,
  html text,
  type text not null
    check (type in ('question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task')),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  category_id uuid,
  team_id uuid,
  assignee_id uuid,
  tags text[] not null default '{}',
  fields jsonb not null default '{}',
  -- Null: whoever opens one names the customer.
  requester_id uuid,
  uses int not null default 0,
  last_used_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  -- What is gone is left out of the tickets to come.
  foreign key (workspace_id, category_id) references category on delete set null (category_id),
  foreign key (workspace_id, team_id) references team on delete set null (team_id),
  foreign key (workspace_id, assignee_id) references user_account on delete set null (assignee_id),
  foreign key (workspace_id, requester_id) references person on delete set null (requester_id)
);
create unique index ticket_template_name on ticket_template (workspace_id, lower(name));
create index ticket_template_of_category on ticket_template (workspace_id, category_id) where category_id is not null;
create index ticket_template_of_team on ticket_template (workspace_id, team_id) where team_id is not null;
create index ticket_template_of_assignee on ticket_template (workspace_id, assignee_id) where assignee_id is not null;
create index ticket_template_of_requester on ticket_template (workspace_id, requester_id) where requester_id is not null;
call otklik_guard('ticket_template');

-- When tickets of a template open by themselves.
create table ticket_recurrence (
  workspace_id uuid not null references workspace,
  id uuid not null,
  template_id uuid not null,
  -- RFC 5545, dates only; the time of day stands beside it.
  rrule text not null check (length(rrule) between 1 and 300),
  -- Days are local to the zone, YYYY-MM-DD.
  from_date text not null check (from_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  zone text not null,
  -- Null: every day counts as a working day.
  calendar_id uuid,
  day_off text not null check (day_off in ('keep', 'skip', 'before', 'after')),
  -- What happens to those whose time went by while nobody was there to open them.
  missed text not null check (missed in ('newest', 'all', 'none')),
  paused boolean not null default false,
  next_on text,
  -- Null: none will follow, or it is paused.
  next_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, template_id) references ticket_template on delete cascade,
  foreign key (workspace_id, calendar_id) references calendar
);
create index ticket_recurrence_of_template on ticket_recurrence (workspace_id, template_id, id);
create index ticket_recurrence_of_calendar on ticket_recurrence (workspace_id, calendar_id)
  where calendar_id is not null;
create index ticket_recurrence_due on ticket_recurrence (workspace_id, next_at) where next_at is not null;
call otklik_guard('ticket_recurrence');

-- Every occurrence that was dealt with, once: its row is written in the transaction that opens its ticket.
create table ticket_recurrence_run (
  workspace_id uuid not null,
  recurrence_id uuid not null,
  "on" text not null,
  outcome text not null check (outcome in ('opened', 'missed', 'failed')),
  ticket_id uuid,
  -- Why it failed: the code of a refusal.
  problem text,
  at timestamptz not null,
  primary key (workspace_id, recurrence_id, "on"),
  foreign key (workspace_id, recurrence_id) references ticket_recurrence on delete cascade,
  foreign key (workspace_id, ticket_id) references ticket on delete set null (ticket_id)
);
create index ticket_recurrence_run_of_ticket on ticket_recurrence_run (workspace_id, ticket_id)
  where ticket_id is not null;
call otklik_guard('ticket_recurrence_run');
