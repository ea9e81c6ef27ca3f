-- By which hours somebody works: a calendar of the company's, or their own. Without a row: round the clock.
create table work_schedule (
  workspace_id uuid not null references workspace,
  user_id uuid not null,
  calendar_id uuid,
  zone text check (length(zone) between 1 and 60),
  -- {"mon": [["09:00", "18:00"]], …}, as calendars have it.
  week jsonb,
  version int not null default 1,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references user_account on delete cascade,
  foreign key (workspace_id, calendar_id) references calendar,
  check ((zone is null) = (week is null)),
  check ((calendar_id is null) <> (week is null))
);
create index work_schedule_of_calendar on work_schedule (workspace_id, calendar_id);
call otklik_guard('work_schedule');

-- Who has said that they are away from the desk. Nobody's row: available.
create table user_away (
  workspace_id uuid not null references workspace,
  user_id uuid not null,
  since timestamptz not null,
  until timestamptz check (until > since),
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
create index user_away_alarm on user_away (workspace_id, until) where until is not null;
call otklik_guard('user_away');

create table absence (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in ('vacation', 'sick', 'trip', 'other')),
  starts_at timestamptz not null,
  -- Null: until somebody says that it is over.
  ends_at timestamptz,
  -- Whole days, YYYY-MM-DD, in the time zone of whoever is absent; both or none.
  first_day text check (first_day ~ '^\d{4}-\d\d-\d\d$'),
  last_day text check (last_day ~ '^\d{4}-\d\d-\d\d$'),
  note text not null default '' check (length(note) <= 500),
  -- Null: by rule, i.e. back to the team, where routing chooses.
  substitute_id uuid,
  hands_over text not null check (hands_over in ('all', 'due', 'nothing')),
  gives_back boolean not null,
  state text not null check (state in ('planned', 'running', 'over')),
  -- Since when it says what it says: what was handed over before may have to go to somebody else.
  revised_at timestamptz not null,
  -- When it has to be looked at next: it begins, or it is over.
  alarm_at timestamptz,
  -- Tickets are on their way in the background.
  moving boolean not null default false,
  created_by_name text not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references user_account on delete cascade,
  foreign key (workspace_id, substitute_id) references user_account on delete set null (substitute_id),
  check (ends_at >= starts_at),
  check (substitute_id <> user_id),
  check ((state = 'over') = (alarm_at is null) or (state = 'running' and ends_at is null))
);
create index absence_alarm on absence (workspace_id, alarm_at) where alarm_at is not null;
create index absence_of_user on absence (workspace_id, user_id, starts_at desc);
create index absence_substitute on absence (workspace_id, substitute_id);
create index absence_list on absence (workspace_id, starts_at desc, id);
call otklik_guard('absence');

-- What an absence has handed over, to whom, and what became of it: whose ticket it was is never lost.
create table absence_ticket (
  workspace_id uuid not null,
  absence_id uuid not null,
  ticket_id uuid not null,
  -- Null: nobody's, in the queue of its team.
  to_user_id uuid,
  state text not null check (state in ('handed', 'returned', 'kept')),
  handed_at timestamptz not null,
  settled_at timestamptz,
  primary key (workspace_id, absence_id, ticket_id),
  foreign key (workspace_id, absence_id) references absence on delete cascade,
  foreign key (workspace_id, ticket_id) references ticket on delete cascade deferrable initially deferred
);
create index absence_ticket_of_ticket on absence_ticket (workspace_id, ticket_id);
create index absence_ticket_handed on absence_ticket (workspace_id, absence_id, ticket_id) where state = 'handed';
call otklik_guard('absence_ticket');

-- Who has the duty: from a time to a time, or every week.
create table duty (
  workspace_id uuid not null references workspace,
  id uuid not null,
  -- Null: for the whole company.
  team_id uuid,
  starts_at timestamptz,
  ends_at timestamptz,
  zone text check (length(zone) between 1 and 60),
  week jsonb,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team on delete cascade,
  check ((zone is null) = (week is null)),
  check (week is not null or (starts_at is not null and ends_at is not null)),
  check (ends_at > starts_at)
);
create index duty_of_team on duty (workspace_id, team_id);
call otklik_guard('duty');

-- The first is asked first.
create table duty_person (
  workspace_id uuid not null references workspace,
  duty_id uuid not null,
  position int not null,
  user_id uuid not null,
  primary key (workspace_id, duty_id, position),
  unique (workspace_id, duty_id, user_id),
  foreign key (workspace_id, duty_id) references duty on delete cascade,
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
create index duty_person_of_user on duty_person (workspace_id, user_id);
call otklik_guard('duty_person');
