-- Statuses in the company's own words, by type of ticket. Each stands for one of the six that everything else counts by.
create table own_status (
  workspace_id uuid not null references workspace,
  id uuid not null,
  type text not null,
  class text not null check (class in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')),
  name text not null check (length(name) between 1 and 60),
  -- In the other language of the console; null: the same.
  other_name text check (length(other_name) between 1 and 60),
  colour text not null,
  shape text not null,
  position int not null,
  -- Being removed: no ticket takes it any more, and those that have it are on their way.
  retired boolean not null default false,
  -- Where tickets go that are in it (or were, before its class changed); itself: they follow its class.
  moves_to uuid,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, moves_to) references own_status deferrable initially deferred
);
create unique index own_status_name on own_status (workspace_id, type, lower(name)) where not retired;
create index own_status_order on own_status (workspace_id, type, position, id);
create index own_status_goal on own_status (workspace_id, moves_to) where moves_to is not null;
call otklik_guard('own_status');

alter table ticket add column own_status_id uuid;
alter table ticket add constraint ticket_own_status_fkey
  foreign key (workspace_id, own_status_id) references own_status;

-- A merge that took up a finished ticket gives it back as it was.
alter table ticket_move add column to_own_status_before uuid;

-- Which steps a type of ticket may take, and what it asks for before one.
create table workflow (
  workspace_id uuid not null references workspace,
  type text not null,
  -- {"transitions": null | [{"from", "to", "restricted"}], "required": [{"before", "needs": [...]}]}
  definition jsonb not null,
  version int not null default 1,
  primary key (workspace_id, type)
);
call otklik_guard('workflow');

-- What the company writes down about its tickets; values lie in ticket.fields under the name.
create table field_definition (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (name ~ '^[a-zA-Z][a-zA-Z0-9_]{0,59}$'),
  label text not null check (length(label) between 1 and 120),
  other_label text check (length(other_label) between 1 and 120),
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes_no')),
  choices text[] not null default '{}',
  -- Empty: all types.
  types text[] not null default '{}',
  position int not null,
  version int not null default 1,
  primary key (workspace_id, id)
);
create unique index field_definition_name on field_definition (workspace_id, name);
call otklik_guard('field_definition');

create table checklist (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  steps text[] not null,
  -- Added by itself to tickets of these types and categories; empty: whatever they are.
  automatic boolean not null,
  types text[] not null default '{}',
  category_ids uuid[] not null default '{}',
  position int not null,
  version int not null default 1,
  primary key (workspace_id, id)
);
create unique index checklist_name on checklist (workspace_id, lower(name));
call otklik_guard('checklist');

-- Something to be done for a ticket; a step of a checklist is one too, with the name that the list had.
create table ticket_task (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  text text not null check (length(text) between 1 and 500),
  assignee_id uuid,
  team_id uuid,
  due_at timestamptz,
  done_at timestamptz,
  done_by_name text,
  position int not null,
  checklist_id uuid,
  checklist_name text,
  step int,
  -- When whoever has it was told that it is due.
  told_at timestamptz,
  made_at timestamptz not null,
  made_by_id uuid,
  made_by_name text not null,
  version int not null default 1,
  primary key (workspace_id, id),
  -- Written with a new ticket, before it.
  foreign key (workspace_id, ticket_id) references ticket on delete cascade deferrable initially deferred
);
create index ticket_task_of_ticket on ticket_task (workspace_id, ticket_id, position, id);
create unique index ticket_task_step on ticket_task (workspace_id, ticket_id, checklist_id, step) where checklist_id is not null;
create index ticket_task_open on ticket_task (workspace_id, coalesce(due_at, 'infinity'), id) where done_at is null;
create index ticket_task_of_assignee on ticket_task (workspace_id, assignee_id, due_at, id) where done_at is null;
create index ticket_task_of_team on ticket_task (workspace_id, team_id, due_at, id) where done_at is null and assignee_id is null;
create index ticket_task_alarm on ticket_task (workspace_id, due_at)
  where done_at is null and told_at is null and due_at is not null;
call otklik_guard('ticket_task');
