-- The demo company of a workspace: whether it is there, and how far its loading or removal has come.
create table demo_company (
  workspace_id uuid not null references workspace,
  state text not null check (state in ('loading', 'ready', 'removing', 'removed')),
  -- From these the same life is told again, so a loading that broke off goes on where it was.
  seed text not null,
  locale text not null check (locale in ('ru', 'en')),
  time_zone text not null,
  present timestamptz not null,
  tickets int not null check (tickets between 50 and 2000),
  done int not null,
  total int not null,
  changed_at timestamptz not null,
  primary key (workspace_id)
);
call otklik_guard('demo_company');

-- Every row that the demo company has made: exactly these go with it.
create table demo_mark (
  workspace_id uuid not null references workspace,
  kind text not null check (kind in ('ticket', 'person', 'organization', 'branch', 'user', 'team', 'category', 'template', 'view')),
  id uuid not null,
  -- How the plan of its life names it.
  key text not null,
  primary key (workspace_id, kind, id)
);
create unique index demo_mark_once on demo_mark (workspace_id, kind, key);
call otklik_guard('demo_mark');

-- How far somebody has come in a tour of the console, on every device of theirs.
create table guide_tour (
  workspace_id uuid not null references workspace,
  user_id uuid not null,
  tour text not null check (tour ~ '^[a-z]{1,30}$'),
  state text not null check (state in ('running', 'left', 'done')),
  step int not null check (step between 0 and 50),
  at timestamptz not null,
  primary key (workspace_id, user_id, tour),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
call otklik_guard('guide_tour');

-- First steps that the company has set aside: they are not asked for again.
create table guide_step (
  workspace_id uuid not null references workspace,
  step text not null check (step ~ '^[a-z]{1,30}$'),
  skipped_at timestamptz not null,
  primary key (workspace_id, step)
);
call otklik_guard('guide_step');
