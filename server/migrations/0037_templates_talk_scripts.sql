-- A branching guide for a talk: what to say, what to ask, and where each answer leads.
create table talk_script (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- Types of tickets that it is offered for; none: all.
  types text[] not null default '{}'
    check (types <@ array['question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task']),
  -- Null: for every category.
  category_id uuid,
  -- The first one begins.
  steps jsonb not null,
  uses int not null default 0,
  last_used_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, category_id) references category on delete set null (category_id)
);
create unique index talk_script_name on talk_script (workspace_id, lower(name));
create index talk_script_of_category on talk_script (workspace_id, category_id) where category_id is not null;
call otklik_guard('talk_script');
