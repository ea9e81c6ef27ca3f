-- What people have in hand: open tickets by priority, and when each was last given one. As ticket_tally: every change appends what a cell
-- gains or loses, so that no two tickets wait for each other; what has come is folded into one row a cell.
create table ticket_load (
  workspace_id uuid not null,
  -- Grows with time, so it tells who was given a ticket last.
  id uuid not null,
  user_id uuid not null,
  priority text not null,
  n int not null,
  -- The id of the latest row by which a ticket came to this person.
  turn uuid,
  -- Null: folded.
  ticket_id uuid,
  primary key (workspace_id, id)
);
create unique index ticket_load_cell on ticket_load (workspace_id, user_id, priority) where ticket_id is null;
create index ticket_load_fresh on ticket_load (workspace_id, id) where ticket_id is not null;
call otklik_guard('ticket_load');

insert into ticket_load (workspace_id, id, user_id, priority, n)
select workspace_id, gen_random_uuid(), assignee_id, priority, count(*)::int from ticket
where status in ('new', 'open', 'pending', 'on_hold') and assignee_id is not null and merged_into is null
group by workspace_id, assignee_id, priority;

-- Where tickets go. The first whose condition holds decides; asked for every ticket from memory, never from here.
create table routing_rule (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  enabled boolean not null,
  position int not null,
  condition jsonb not null,
  -- [{"skillId": …, "level": 2}]
  skills jsonb not null,
  -- [{"teamId": …, "who": "available", "way": "round_robin", "lastAgentFirst": false, "anySkill": false}], tried one after the other
  steps jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (workspace_id, id)
);
create index routing_rule_order on routing_rule (workspace_id, position, id);
call otklik_guard('routing_rule');

create table skill (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index skill_name on skill (workspace_id, lower(name));
call otklik_guard('skill');

create table agent_skill (
  workspace_id uuid not null,
  user_id uuid not null,
  skill_id uuid not null,
  level smallint not null check (level between 1 and 5),
  primary key (workspace_id, user_id, skill_id),
  foreign key (workspace_id, user_id) references user_account on delete cascade,
  foreign key (workspace_id, skill_id) references skill on delete cascade
);
create index agent_skill_of_skill on agent_skill (workspace_id, skill_id);
call otklik_guard('agent_skill');

-- Who has no row takes any number.
create table agent_capacity (
  workspace_id uuid not null,
  user_id uuid not null,
  -- The most that they are given by themselves: open tickets, weighed by their priority.
  capacity int not null check (capacity between 0 and 1000),
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
call otklik_guard('agent_capacity');

-- Where routing has put a ticket; what a person decided later is told from it. Written with the ticket, in any order within its transaction.
create table routing_place (
  workspace_id uuid not null,
  ticket_id uuid not null,
  rule_id uuid not null,
  team_id uuid not null,
  -- Null: to the team only, or nobody was free.
  user_id uuid,
  -- Waits for somebody to become free.
  waiting_since timestamptz,
  -- 3: urgent, 0: low
  urgency smallint not null,
  -- Somebody else had chosen the team: it is not left for another.
  team_chosen boolean not null default false,
  -- A person has decided since.
  by_hand boolean not null default false,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade deferrable initially deferred
);
create index routing_queue on routing_place (workspace_id, rule_id, team_id, urgency desc, waiting_since, ticket_id) where waiting_since is not null;
create index routing_waiting on routing_place (workspace_id, waiting_since, ticket_id) where waiting_since is not null;
call otklik_guard('routing_place');
