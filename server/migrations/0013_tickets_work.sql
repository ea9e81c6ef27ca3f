-- Where a merged ticket lives on, and until when one is put aside ('infinity': until the customer writes).
alter table ticket add column merged_into uuid;
alter table ticket add column snoozed_until timestamptz;
create index ticket_merged on ticket (workspace_id, merged_into) where merged_into is not null;
create index ticket_snoozed on ticket (workspace_id, snoozed_until) where snoozed_until is not null;

-- What is put aside stands in a cell of its own: it has left the open views.
alter table ticket_tally add column snoozed boolean not null default false;
drop index ticket_tally_cell;
create unique index ticket_tally_cell on ticket_tally (workspace_id, status, team_id, assignee_id, snoozed)
  nulls not distinct where folded;

-- A merge or a split: which messages went from one ticket to another, and what brings them back.
create table ticket_move (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind in ('merge', 'split')),
  from_ticket_id uuid not null,
  to_ticket_id uuid not null check (to_ticket_id <> from_ticket_id),
  message_ids uuid[] not null,
  -- Of a merged ticket: what it is again after an undo.
  status_before text,
  snoozed_until_before timestamptz,
  -- Of the ticket it went into, when that was taken up again by the merge.
  to_status_before text,
  -- Who follows the other ticket because of the merge.
  follower_ids uuid[] not null default '{}',
  done_by uuid,
  done_by_name text not null,
  done_at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, from_ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, to_ticket_id) references ticket on delete cascade
);
create index ticket_move_from on ticket_move (workspace_id, from_ticket_id, id);
create index ticket_move_to on ticket_move (workspace_id, to_ticket_id, id);
call otklik_guard('ticket_move');

-- Who belongs to the conversation beside its customer: the customers of tickets merged into it.
create table ticket_participant (
  workspace_id uuid not null references workspace,
  ticket_id uuid not null,
  person_id uuid not null,
  move_id uuid not null,
  primary key (workspace_id, ticket_id, person_id, move_id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, person_id) references person,
  foreign key (workspace_id, move_id) references ticket_move on delete cascade
);
create index ticket_participant_person on ticket_participant (workspace_id, person_id);
call otklik_guard('ticket_participant');

-- 'related': both ways alike, the smaller id first. 'parent': from the part to the whole. 'problem': from the incident to
-- the problem behind it.
create table ticket_link (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind in ('related', 'parent', 'problem')),
  from_ticket_id uuid not null,
  to_ticket_id uuid not null check (to_ticket_id <> from_ticket_id),
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, from_ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, to_ticket_id) references ticket on delete cascade
);
create unique index ticket_link_once on ticket_link (workspace_id, from_ticket_id, to_ticket_id, kind);
create unique index ticket_link_one_parent on ticket_link (workspace_id, from_ticket_id) where kind = 'parent';
create index ticket_link_to on ticket_link (workspace_id, to_ticket_id, kind);
call otklik_guard('ticket_link');

create table reminder (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid not null,
  ticket_id uuid,
  kind text not null check (kind in ('reminder', 'call')),
  at timestamptz not null,
  note text not null,
  phone text,
  made_at timestamptz not null,
  fired_at timestamptz,
  done_at timestamptz,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references user_account,
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index reminder_due on reminder (workspace_id, at) where fired_at is null and done_at is null;
create index reminder_of_user on reminder (workspace_id, user_id, at, id) where done_at is null;
create index reminder_of_ticket on reminder (workspace_id, ticket_id) where ticket_id is not null;
call otklik_guard('reminder');

-- Time spent. The rate is the one of its day: a later rate changes no past cost.
create table time_entry (
  workspace_id uuid not null references workspace,
  id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  minutes int not null check (minutes between 1 and 100000),
  note text not null,
  spent_at timestamptz not null,
  by_timer boolean not null,
  hourly_rate numeric(12, 2),
  currency text,
  made_at timestamptz not null,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, user_id) references user_account
);
create index time_entry_of_ticket on time_entry (workspace_id, ticket_id, spent_at, id);
create index time_entry_spent on time_entry (workspace_id, spent_at, id);
create index time_entry_of_user on time_entry (workspace_id, user_id, spent_at);
call otklik_guard('time_entry');

-- What is running now: one timer a person, so that no minute is counted twice.
create table time_timer (
  workspace_id uuid not null references workspace,
  user_id uuid not null,
  ticket_id uuid not null,
  started_at timestamptz not null,
  note text not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references user_account,
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index time_timer_of_ticket on time_timer (workspace_id, ticket_id);
call otklik_guard('time_timer');

-- What an hour costs, by role.
create table time_rate (
  workspace_id uuid not null references workspace,
  role_id uuid not null,
  hourly numeric(12, 2) not null check (hourly >= 0),
  primary key (workspace_id, role_id),
  foreign key (workspace_id, role_id) references role on delete cascade
);
call otklik_guard('time_rate');

-- For roles without a rate of their own, and the currency of all of them.
create table time_rate_setting (
  workspace_id uuid not null references workspace,
  hourly numeric(12, 2) check (hourly >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  version int not null default 1,
  primary key (workspace_id)
);
call otklik_guard('time_rate_setting');
