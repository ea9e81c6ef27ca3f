-- What is promised for which tickets; the first policy that fits is a ticket's.
create table sla_policy (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  position int not null,
  active boolean not null default true,
  -- A tree of conditions, as rules have them.
  condition jsonb not null,
  -- {"targets": {"first_response": {"minutes": 60, "byPriority": {…}}, …}, "warnAt": [0.8], "pausedIn": ["pending"], "onReopen": …}
  terms jsonb not null,
  -- Null: round the clock.
  calendar_id uuid,
  -- The calendar of the ticket's team, and this one where it has none.
  by_team boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, calendar_id) references calendar
);
create unique index sla_policy_name on sla_policy (workspace_id, lower(name));
create index sla_policy_calendar on sla_policy (workspace_id, calendar_id);
call otklik_guard('sla_policy');

-- One clock of one ticket. Written with the ticket, in any order within its transaction.
create table ticket_clock (
  workspace_id uuid not null,
  ticket_id uuid not null,
  target text not null check (length(target) between 1 and 60),
  policy_id uuid not null,
  goal_ms bigint not null,
  state text not null check (state in ('running', 'paused', 'stopped')),
  started_at timestamptz not null,
  since timestamptz,
  used_ms bigint not null,
  due_at timestamptz,
  stopped_at timestamptz,
  slowest_ms bigint,
  stage int not null,
  alarm_at timestamptz,
  breached_at timestamptz,
  primary key (workspace_id, ticket_id, target),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade deferrable initially deferred
);
create index ticket_clock_alarm on ticket_clock (workspace_id, alarm_at) where alarm_at is not null;
call otklik_guard('ticket_clock');

-- What lists show of the clocks, and by what they filter, so that they read no other table.
alter table ticket add column due_at timestamptz;
alter table ticket add column clock jsonb;
create index ticket_due on ticket (workspace_id, due_at, id) where due_at is not null;
