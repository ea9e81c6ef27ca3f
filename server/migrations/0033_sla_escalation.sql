-- Escalation: what of a clock's steps is done in its present round, and when the next one is due.
alter table ticket_clock
  -- Ids of the steps that this round of the clock has left behind, told or passed over.
  add column fired jsonb,
  add column step_at timestamptz,
  -- The priority by which the round began, for policies that stay with it.
  add column priority text;
create index ticket_clock_step on ticket_clock (workspace_id, step_at) where step_at is not null;

-- What a draft of a setting would change over the open tickets; found in the background, forgotten after a day.
create table sla_preview (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid not null,
  -- {"policy": {…}} or {"calendar": {…}}, as it would be saved.
  draft jsonb not null,
  state text not null check (state in ('running', 'done', 'failed')),
  looked int not null default 0,
  total int not null default 0,
  -- Counts and examples so far.
  found jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
create index sla_preview_age on sla_preview (workspace_id, created_at);
call otklik_guard('sla_preview');
