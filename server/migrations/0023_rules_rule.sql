-- What happens by itself: when, under which conditions, what. Asked for every ticket from memory, never from here.
create table rule (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  enabled boolean not null,
  position int not null,
  trigger jsonb not null,
  condition jsonb not null,
  actions jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (workspace_id, id)
);
create index rule_order on rule (workspace_id, position, id);
call otklik_guard('rule');

-- How each rule has been; a roll-back writes an old one anew.
create table rule_version (
  workspace_id uuid not null,
  rule_id uuid not null,
  version int not null,
  definition jsonb not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (workspace_id, rule_id, version),
  foreign key (workspace_id, rule_id) references rule on delete cascade
);
call otklik_guard('rule_version');

-- Uses of a rule. Each is a row of its own, so that no two tickets wait for each other; old ones are folded into one a day.
create table rule_use (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  -- Null: folded.
  ticket_id uuid,
  at timestamptz not null,
  n int not null default 1,
  primary key (workspace_id, id)
);
create index rule_use_of_rule on rule_use (workspace_id, rule_id, at desc) include (n, ticket_id);
create index rule_use_fresh on rule_use (workspace_id, at) where ticket_id is not null;
call otklik_guard('rule_use');

-- What a rule does beside changing the ticket. It leaves `queued` in the transaction that does it.
create table rule_effect (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  rule_name text not null,
  rule_version int not null,
  ticket_id uuid not null,
  action jsonb not null,
  -- Rules in whose consequence it happens: none of them acts upon it again.
  follows text[] not null,
  state text not null check (state in ('queued', 'done', 'failed')),
  attempts int not null default 0,
  problem text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index rule_effect_state on rule_effect (workspace_id, state, id desc);
create index rule_effect_of_rule on rule_effect (workspace_id, rule_id, ticket_id, created_at);
call otklik_guard('rule_effect');
