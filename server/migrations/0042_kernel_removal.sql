-- What somebody has removed, as it was, so that it can be put back for some time.
create table removal (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  name text not null,
  removed_at timestamptz not null,
  removed_by_id uuid,
  removed_by_name text not null,
  restored_at timestamptz,
  primary key (workspace_id, id)
);
create index removal_newest on removal (workspace_id, id) where restored_at is null;
create index removal_of_subject on removal (workspace_id, subject_id) where restored_at is null;
create index removal_age on removal (workspace_id, removed_at);
call otklik_guard('removal');

-- The rows of it, those of one table together, in the order in which they are put back; the thing itself comes first.
create table removal_part (
  workspace_id uuid not null,
  removal_id uuid not null,
  position int not null,
  of_table text not null,
  content jsonb not null check (jsonb_typeof(content) = 'array'),
  primary key (workspace_id, removal_id, position),
  foreign key (workspace_id, removal_id) references removal on delete cascade
);
call otklik_guard('removal_part');
