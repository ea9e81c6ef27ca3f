-- A rule of time acts once for each ticket and moment from which it counts.
create table rule_timer (
  workspace_id uuid not null,
  rule_id uuid not null,
  ticket_id uuid not null,
  since timestamptz not null,
  primary key (workspace_id, rule_id, ticket_id, since),
  foreign key (workspace_id, rule_id) references rule on delete cascade,
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
call otklik_guard('rule_timer');

-- What webhooks are signed with.
create table rule_secret (
  workspace_id uuid not null references workspace,
  sealed text not null,
  made_at timestamptz not null,
  primary key (workspace_id)
);
call otklik_guard('rule_secret');
