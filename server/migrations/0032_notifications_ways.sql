-- What people are told of, by which ways, and what is on its way to them.

-- One row for a fact and a person, whatever the ways: that is why nobody is told twice.
alter table notice alter column ticket_id drop not null;
alter table notice add column fact text;
alter table notice add column words jsonb;
alter table notice add column in_app boolean not null default true;
alter table notice add column mail_id uuid;
alter table notice add column push_id uuid;
create unique index notice_fact on notice (workspace_id, user_id, fact) where fact is not null;
create index notice_of_mail on notice (workspace_id, mail_id) where mail_id is not null;
create index notice_of_push on notice (workspace_id, push_id) where push_id is not null;

-- How far the log has been told.
create table notification_position (
  workspace_id uuid not null references workspace,
  tx xid8 not null,
  event_id uuid not null,
  primary key (workspace_id)
);
call otklik_guard('notification_position');

-- What the company has chosen for everybody; what is not there is as the product has it.
create table notification_default (
  workspace_id uuid not null references workspace,
  choices jsonb not null,
  version int not null,
  primary key (workspace_id)
);
call otklik_guard('notification_default');

-- What one person has chosen otherwise.
create table notification_preference (
  workspace_id uuid not null references workspace,
  user_id uuid not null,
  choices jsonb not null,
  zone text,
  quiet jsonb,
  digest jsonb,
  version int not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
call otklik_guard('notification_preference');

-- A browser that may be called. It is called for as long as the session lives in which it was added.
create table push_device (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid not null,
  session_id uuid,
  endpoint_hash text not null,
  -- Address and keys: whoever has them may call the browser.
  sealed text not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
create unique index push_device_once on push_device (workspace_id, endpoint_hash);
create index push_device_of_user on push_device (workspace_id, user_id);
call otklik_guard('push_device');

-- One letter or one call of the browsers of a person: several notices may share it while it waits.
create table notice_dispatch (
  workspace_id uuid not null,
  id uuid not null,
  way text not null check (way in ('mail', 'push')),
  user_id uuid,
  person_id uuid,
  ticket_id uuid,
  kind text not null,
  bucket text not null,
  urgent boolean not null,
  state text not null check (state in ('waiting', 'sending', 'done', 'failed', 'dropped')),
  due_at timestamptz not null,
  attempts int not null default 0,
  problem text,
  reached uuid[] not null default '{}',
  words jsonb,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  check ((user_id is null) <> (person_id is null))
);
create unique index notice_dispatch_gathering on notice_dispatch (workspace_id, user_id, way, bucket)
  where state = 'waiting' and user_id is not null;
-- A customer is told of a fact once, whatever became of the letter.
create unique index notice_dispatch_once on notice_dispatch (workspace_id, bucket) where person_id is not null;
create index notice_dispatch_of_person on notice_dispatch (workspace_id, person_id, created_at)
  where person_id is not null;
create index notice_dispatch_failed on notice_dispatch (workspace_id, id desc) where state = 'failed';
call otklik_guard('notice_dispatch');

-- What customers are told by themselves, for which channels, in which words.
create table customer_notice (
  workspace_id uuid not null references workspace,
  kind text not null check (kind in ('received', 'status', 'solved')),
  channel_ids uuid[] not null,
  texts jsonb not null,
  version int not null,
  primary key (workspace_id, kind)
);
call otklik_guard('customer_notice');
