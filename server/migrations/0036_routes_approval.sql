-- Somebody asks others whether something may be done.
create table approval (
  workspace_id uuid not null references workspace,
  id uuid not null,
  ticket_id uuid not null,
  text text not null check (length(text) between 1 and 4000),
  -- What the page outside shows beside the text.
  shows text[] not null default '{}' check (shows <@ array['subject', 'request']),
  mode text not null check (mode in ('one', 'all', 'in_order')),
  state text not null check (state in ('pending', 'approved', 'rejected', 'cancelled', 'expired')),
  deadline timestamptz,
  -- The ticket is on hold meanwhile; its status of before, until it is given back.
  status_before text,
  asked_by_id uuid,
  asked_by_name text not null,
  asked_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index approval_of_ticket on approval (workspace_id, ticket_id, id);
create index approval_deadline on approval (workspace_id, deadline)
  where state = 'pending' and deadline is not null;
call otklik_guard('approval');

create table approver (
  workspace_id uuid not null,
  id uuid not null,
  approval_id uuid not null,
  position int not null,
  -- Of the company, one of its customers, or nobody but an address.
  user_id uuid,
  person_id uuid,
  name text not null,
  email text,
  locale text not null check (locale in ('ru', 'en')),
  -- waiting: others come first; skipped: it was decided without them.
  state text not null check (state in ('waiting', 'asked', 'approved', 'rejected', 'skipped')),
  comment text not null default '',
  -- Whoever decided, where it was not the approver: a substitute.
  decided_by_id uuid,
  decided_by_name text,
  via text check (via in ('console', 'link')),
  asked_at timestamptz,
  decided_at timestamptz,
  reminded_at timestamptz,
  -- A link carries it; another one makes older links void.
  link_edition int not null default 1,
  mail_state text not null default 'none' check (mail_state in ('none', 'queued', 'sent', 'failed')),
  mail_problem text,
  primary key (workspace_id, id),
  unique (workspace_id, approval_id, position),
  foreign key (workspace_id, approval_id) references approval on delete cascade,
  foreign key (workspace_id, user_id) references user_account on delete set null (user_id),
  foreign key (workspace_id, person_id) references person on delete set null (person_id)
);
create index approver_waiting on approver (workspace_id, user_id) where state = 'asked';
create index approver_of_user on approver (workspace_id, user_id) where user_id is not null;
create index approver_of_person on approver (workspace_id, person_id) where person_id is not null;
call otklik_guard('approver');
