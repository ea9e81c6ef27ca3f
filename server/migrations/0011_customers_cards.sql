-- What a card says beside the name. Whoever writes for the first time has none of it, so every column has a default.
-- Quiet hours are minutes of the day in the person's zone (null: the workspace's); from may be later than to.
alter table person
  add column vip_level smallint not null default 0 check (vip_level between 0 and 3),
  add column favourite_channel text check (favourite_channel ~ '^[a-z_]{1,30}$'),
  add column time_zone text,
  add column quiet_from smallint check (quiet_from between 0 and 1439),
  add column quiet_to smallint check (quiet_to between 0 and 1439),
  add column branch_id uuid,
  -- Whoever turned out to be somebody else keeps the row, so that old links and the way back stay; the rest has moved.
  add column merged_into_id uuid,
  -- When what people are compared by was last written; null after every change.
  add column matched_at timestamptz,
  add check ((quiet_from is null) = (quiet_to is null)),
  add foreign key (workspace_id, merged_into_id) references person;
update person set vip_level = 1 where vip;
alter table person add check (vip = (vip_level > 0));
create index person_unmatched on person (workspace_id, id) where matched_at is null;
create index person_merged_into on person (workspace_id, merged_into_id) where merged_into_id is not null;

-- A place of an organization. Legal entities are who it signs and pays as; without an organization: our own company.
create table branch (
  workspace_id uuid not null references workspace,
  id uuid not null,
  organization_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  address text not null default '',
  time_zone text,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization on delete cascade
);
create index branch_of_organization on branch (workspace_id, organization_id, created_at, id);
call otklik_guard('branch');
alter table person
  add foreign key (workspace_id, branch_id) references branch on delete set null (branch_id);
create index person_of_branch on person (workspace_id, branch_id) where branch_id is not null;

create table legal_entity (
  workspace_id uuid not null references workspace,
  id uuid not null,
  organization_id uuid,
  kind text not null check (kind in ('company', 'entrepreneur')),
  name text not null check (length(name) between 1 and 300),
  inn text check (inn ~ '^(\d{10}|\d{12})$'),
  kpp text check (kpp ~ '^\d{4}[0-9A-Z]{2}\d{3}$'),
  ogrn text check (ogrn ~ '^(\d{13}|\d{15})$'),
  address text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization on delete cascade
);
create index legal_entity_of_organization on legal_entity (workspace_id, organization_id, created_at, id);
create index legal_entity_inn on legal_entity (workspace_id, inn) where inn is not null;
call otklik_guard('legal_entity');

-- The number that an organization had until now is the one of its first legal entity; the column is read no more.
insert into legal_entity (workspace_id, id, organization_id, kind, name, inn, created_at)
  select workspace_id, gen_random_uuid(), id, case length(inn) when 12 then 'entrepreneur' else 'company' end, name, inn,
    created_at
  from organization where inn ~ '^(\d{10}|\d{12})$';

-- What people are found and compared by: words and digits for finding, the rest for comparing. Written with the card, for
-- writers of letters a moment later.
create table person_key (
  workspace_id uuid not null,
  kind text not null check (kind in ('word', 'digits', 'phone', 'email', 'name', 'colleague')),
  key text collate "C" not null,
  person_id uuid not null,
  primary key (workspace_id, kind, key, person_id),
  foreign key (workspace_id, person_id) references person on delete cascade
);
create index person_key_of_person on person_key (workspace_id, person_id);
call otklik_guard('person_key');

-- Two cards that may be one person: offered until somebody says what they are.
create table person_duplicate (
  workspace_id uuid not null,
  low_id uuid not null,
  high_id uuid not null check (low_id < high_id),
  state text not null check (state in ('open', 'different')),
  strength smallint not null,
  reasons jsonb not null,
  found_at timestamptz not null,
  primary key (workspace_id, low_id, high_id),
  foreign key (workspace_id, low_id) references person on delete cascade,
  foreign key (workspace_id, high_id) references person on delete cascade
);
create index person_duplicate_high on person_duplicate (workspace_id, high_id);
create index person_duplicate_open on person_duplicate (workspace_id, strength desc, low_id desc, high_id desc)
  where state = 'open';
call otklik_guard('person_duplicate');

-- What a merge changed, so that it can be taken back.
create table person_merge (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, kept_id) references person,
  foreign key (workspace_id, merged_id) references person
);
create index person_merge_of_kept on person_merge (workspace_id, kept_id, merged_at);
create unique index person_merge_standing on person_merge (workspace_id, merged_id) where undone_at is null;
call otklik_guard('person_merge');

-- Of a merge's tickets: whose they were, which messages had the merged person as their author, and by which
-- merges of tickets they took part in the conversation.
create table ticket_handover (
  workspace_id uuid not null references workspace,
  merge_id uuid not null,
  ticket_id uuid not null,
  requester boolean not null,
  message_ids uuid[] not null,
  move_ids uuid[] not null,
  primary key (workspace_id, merge_id, ticket_id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index ticket_handover_of_ticket on ticket_handover (workspace_id, ticket_id);
call otklik_guard('ticket_handover');

-- Whoever writes into somebody else's ticket; their first message there is marked.
create index message_of_participant on message (workspace_id, author_id, ticket_id) where is_new_participant;
