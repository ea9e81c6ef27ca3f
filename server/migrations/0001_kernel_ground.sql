-- Every business table has workspace_id first in its keys and row-level security bound to the workspace
-- that the connection has named; `otklik_guard` puts both on, so that no table forgets one half.

create function current_workspace() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('otklik.workspace', true), '')::uuid $$;

create procedure otklik_guard(guarded regclass)
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy own_workspace on %s using (workspace_id = current_workspace()) with check (workspace_id = current_workspace())',
    guarded);
end
$$;

-- The directory of workspaces: read before anybody is known, so without row-level security.
create table workspace (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (length(name) between 1 and 200),
  locale text not null check (locale in ('ru', 'en')),
  time_zone text not null,
  settings jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null
);

create table event (
  workspace_id uuid not null references workspace,
  id uuid not null,
  tx xid8 not null default pg_current_xact_id(),
  name text not null,
  ticket_id uuid,
  person_id uuid,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  reason jsonb,
  changes jsonb,
  payload jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create index event_of_ticket on event (workspace_id, ticket_id, id) where ticket_id is not null;
create index event_stream on event (workspace_id, tx, id);
call otklik_guard('event');

create function refuse_to_change_the_past() returns trigger
  language plpgsql
  as $$ begin raise exception 'the event log only grows' using errcode = 'restrict_violation'; end $$;
create trigger event_only_grows before update on event
  for each row execute function refuse_to_change_the_past();

create table receipt (
  workspace_id uuid not null references workspace,
  actor_id text not null,
  key text not null check (length(key) between 1 and 255),
  input_hash text not null,
  output jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, actor_id, key)
);
create index receipt_age on receipt (workspace_id, at);
call otklik_guard('receipt');

create table audit_entry (
  workspace_id uuid not null references workspace,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  ip text,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text not null,
  before jsonb,
  after jsonb,
  primary key (workspace_id, id)
);
call otklik_guard('audit_entry');
create trigger audit_only_grows before update or delete on audit_entry
  for each row execute function refuse_to_change_the_past();
