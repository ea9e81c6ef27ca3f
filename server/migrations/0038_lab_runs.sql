-- A change of settings, tried on the past. The draft is the run's own: settings may change meanwhile.
create table lab_run (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid,
  user_name text not null,
  changes jsonb not null,
  title text not null,
  days int not null check (days between 1 and 90),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done int not null default 0,
  tickets int,
  result jsonb,
  problem text,
  kept boolean not null default false,
  switched_on_at timestamptz,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index lab_run_newest on lab_run (workspace_id, id desc);
call otklik_guard('lab_run');

-- Some tickets of every kind of difference.
create table lab_example (
  workspace_id uuid not null,
  run_id uuid not null,
  ticket_id uuid not null,
  kinds text[] not null,
  differences jsonb not null,
  primary key (workspace_id, run_id, ticket_id),
  foreign key (workspace_id, run_id) references lab_run on delete cascade
);
call otklik_guard('lab_example');
