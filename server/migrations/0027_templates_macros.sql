-- Several acts and an answer in one key.
create table macro (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- Null: for everybody.
  team_id uuid,
  acts jsonb not null,
  -- The answer that belongs to it.
  template_id uuid,
  -- The digit that runs it in the menu of macros.
  digit smallint check (digit between 1 and 9),
  uses int not null default 0,
  last_used_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team on delete cascade,
  constraint macro_template foreign key (workspace_id, template_id) references template
);
create unique index macro_name on macro (workspace_id, team_id, lower(name)) nulls not distinct;
create unique index macro_digit on macro (workspace_id, team_id, digit) nulls not distinct where digit is not null;
create index macro_of_team on macro (workspace_id, team_id, id);
create index macro_of_template on macro (workspace_id, template_id) where template_id is not null;
call otklik_guard('macro');

-- What a macro has changed in one ticket, so that it can be taken back as one act.
create table macro_run (
  workspace_id uuid not null,
  id uuid not null,
  macro_id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  -- Of the request: the same one again does nothing.
  request_key text,
  before jsonb not null,
  after jsonb not null,
  message_id uuid,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, macro_id) references macro on delete cascade
);
create unique index macro_run_once on macro_run (workspace_id, user_id, request_key) where request_key is not null;
create index macro_run_of_ticket on macro_run (workspace_id, ticket_id);
create index macro_run_of_macro on macro_run (workspace_id, macro_id);
call otklik_guard('macro_run');
