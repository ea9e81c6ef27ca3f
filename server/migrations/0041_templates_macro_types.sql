-- A macro is for some types of tickets or for all, as a template is, and says when somebody last changed it.
alter table macro
  add column types text[] not null default '{}'
    check (types <@ array['question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task']),
  add column changed_at timestamptz;
alter table macro no force row level security;
update macro set changed_at = created_at;
alter table macro force row level security;
alter table macro alter column changed_at set not null;
