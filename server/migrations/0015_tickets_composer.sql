-- What is being written, for each person, ticket and kind; on every device of theirs.
create table draft (
  workspace_id uuid not null,
  user_id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('reply', 'note')),
  -- Another one after every save: a device knows whether what it has changed is still what stands here.
  edition uuid not null,
  body text not null,
  html text,
  cc text[] not null default '{}',
  attachments uuid[] not null default '{}',
  -- What was written on another device at the same time; kept until its author has decided.
  aside jsonb,
  edited_at timestamptz not null,
  primary key (workspace_id, user_id, ticket_id, kind),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, user_id) references user_account
);
call otklik_guard('draft');

-- Answers whose letter waits for a moment, so that they can be taken back, with the ticket as it was before them.
create table held_answer (
  workspace_id uuid not null,
  message_id uuid not null,
  ticket_id uuid not null,
  author_id uuid not null,
  until timestamptz not null,
  before jsonb not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index held_answer_age on held_answer (workspace_id, until);
call otklik_guard('held_answer');

-- Answers that are to be written later. They are no messages yet.
create table planned_answer (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  author_id uuid not null,
  body text not null,
  html text,
  blocked_images int not null default 0,
  cc text[] not null default '{}',
  attachments uuid[] not null default '{}',
  status text check (status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')),
  send_at timestamptz not null,
  unless_answered boolean not null,
  -- Why it was not written when its time came; it waits for somebody.
  problem text check (problem in ('customer_wrote', 'author_left')),
  version int not null default 1,
  created_at timestamptz not null,
  -- What the customer writes after this speaks against it.
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, author_id) references user_account
);
create index planned_answer_of_ticket on planned_answer (workspace_id, ticket_id, send_at, id);
call otklik_guard('planned_answer');

create table template (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  body_ru text,
  html_ru text,
  body_en text,
  html_en text,
  -- Null: for everybody.
  team_id uuid,
  tags text[] not null default '{}',
  uses int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team on delete cascade,
  check (body_ru is not null or body_en is not null)
);
create unique index template_name on template (workspace_id, team_id, lower(name)) nulls not distinct;
create index template_of_team on template (workspace_id, team_id, id);
call otklik_guard('template');

-- What stands below an answer that leaves as a letter. Without a team: of every team that has none of its own.
create table signature (
  workspace_id uuid not null references workspace,
  id uuid not null,
  team_id uuid,
  body text not null,
  html text,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team on delete cascade
);
create unique index signature_of_team on signature (workspace_id, team_id) nulls not distinct;
call otklik_guard('signature');

-- As the letter was signed when it was queued: another attempt sends the same.
alter table outgoing_letter add column signature_html text;

-- What somebody of the company should know of, until they have read it.
create table notice (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  ticket_id uuid not null,
  message_id uuid,
  actor_id uuid,
  actor_name text not null,
  preview text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade,
  foreign key (workspace_id, user_id) references user_account
);
create index notice_of_user on notice (workspace_id, user_id, id desc);
create index notice_unread on notice (workspace_id, user_id) where read_at is null;
-- The same fact told again makes no second notice.
create unique index notice_once on notice (workspace_id, user_id, kind, message_id) where message_id is not null;
call otklik_guard('notice');
