-- A named question for tickets: a person's own, a team's, or everybody's.
create table saved_view (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  sharing text not null check (sharing in ('own', 'team', 'everybody')),
  owner_id uuid not null,
  team_id uuid,
  filter jsonb not null,
  sort text not null check (sort in ('updated', 'created', 'priority', 'number')),
  sort_order text not null check (sort_order in ('asc', 'desc')),
  columns text[] not null default '{}',
  position int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references user_account,
  foreign key (workspace_id, team_id) references team on delete cascade,
  check ((sharing = 'team') = (team_id is not null))
);
create index saved_view_of_owner on saved_view (workspace_id, owner_id) where sharing = 'own';
create index saved_view_shared on saved_view (workspace_id, team_id) where sharing <> 'own';
call otklik_guard('saved_view');

-- One act upon many tickets. Whoever began it, with the rights of that moment, goes on after a crash.
create table bulk_act (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid not null,
  actor jsonb not null,
  changes jsonb not null,
  state text not null check (state in ('running', 'cancelling', 'cancelled', 'done')),
  total int not null,
  undo_of uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references user_account,
  foreign key (workspace_id, undo_of) references bulk_act on delete cascade
);
create index bulk_act_of_user on bulk_act (workspace_id, user_id, created_at desc);
create index bulk_act_age on bulk_act (workspace_id, created_at);
create unique index bulk_act_undone on bulk_act (workspace_id, undo_of) where undo_of is not null;
call otklik_guard('bulk_act');

-- What became of each ticket of it. `waiting` is left in the transaction that changes the ticket: nothing happens twice.
create table bulk_ticket (
  workspace_id uuid not null,
  bulk_act_id uuid not null,
  position int not null,
  ticket_id uuid not null,
  outcome text not null check (outcome in ('waiting', 'changed', 'same', 'kept', 'refused', 'cancelled')),
  before jsonb,
  after jsonb,
  code text,
  kept jsonb,
  at timestamptz,
  primary key (workspace_id, bulk_act_id, position),
  foreign key (workspace_id, bulk_act_id) references bulk_act on delete cascade
);
create index bulk_ticket_outcome on bulk_ticket (workspace_id, bulk_act_id, outcome, position);
call otklik_guard('bulk_ticket');
