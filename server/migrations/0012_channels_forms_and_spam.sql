-- Spam is a status: none of the open ones, so no view, counter or clock of open work sees it.
alter table ticket drop constraint ticket_status_check;
alter table ticket add constraint ticket_status_check
  check (status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed', 'spam'));
alter table ticket add column before_spam text;
create index ticket_spam on ticket (workspace_id, updated_at desc, id desc) where status = 'spam';

-- A form is a channel: name, team and whether it is in use stand there.
create table form (
  workspace_id uuid not null references workspace,
  channel_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  category_id uuid,
  settings jsonb not null default '{}',
  primary key (workspace_id, channel_id),
  foreign key (workspace_id, channel_id) references channel,
  foreign key (workspace_id, category_id) references category
);
create unique index form_slug on form (workspace_id, slug);
call otklik_guard('form');

-- How often something was sent through a form within a window of time; `source` is a form, or a keyed hash of an address.
create table form_rate (
  workspace_id uuid not null references workspace,
  source text not null,
  window_at timestamptz not null,
  n int not null,
  primary key (workspace_id, source, window_at)
);
create index form_rate_age on form_rate (workspace_id, window_at);
call otklik_guard('form_rate');

-- Whose letters and submissions go to spam.
create table block_entry (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind in ('address', 'domain', 'pattern', 'subject')),
  value text not null check (length(value) between 1 and 320),
  note text not null default '',
  caught int not null default 0,
  last_caught_at timestamptz,
  created_by_name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index block_entry_once on block_entry (workspace_id, kind, value);
call otklik_guard('block_entry');

-- Which files are taken in: one row for a company, none means the product's own limits.
create table attachment_policy (
  workspace_id uuid not null references workspace,
  mail jsonb not null,
  forms jsonb not null,
  version int not null default 1,
  primary key (workspace_id)
);
call otklik_guard('attachment_policy');

-- Companies that were here before forms get the one that new companies are founded with.
do $$
declare
  company record;
  form_channel uuid;
begin
  for company in select id, locale, created_at from workspace loop
    perform set_config('otklik.workspace', company.id::text, true);
    form_channel := gen_random_uuid();
    insert into channel (workspace_id, id, kind, name, created_at)
      values (company.id, form_channel, 'form',
        case company.locale when 'ru' then 'Форма обращения' else 'Request form' end, now());
    insert into channel_state (workspace_id, channel_id) values (company.id, form_channel);
    insert into form (workspace_id, channel_id, slug) values (company.id, form_channel, 'support');
  end loop;
  perform set_config('otklik.workspace', '', true);
end $$;
