create table organization (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 300),
  inn text,
  note text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index organization_by_name on organization (workspace_id, lower(name), id);
call otklik_guard('organization');

-- A letter from a domain makes its sender a member of the organization.
create table organization_domain (
  workspace_id uuid not null references workspace,
  domain text not null check (domain = lower(domain)),
  organization_id uuid not null,
  primary key (workspace_id, domain),
  foreign key (workspace_id, organization_id) references organization on delete cascade
);
create index organization_domain_owner on organization_domain (workspace_id, organization_id);
call otklik_guard('organization_domain');

create table person (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  organization_id uuid,
  locale text check (locale in ('ru', 'en')),
  note text not null default '',
  vip boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization
);
create index person_by_name on person (workspace_id, lower(name), id);
create index person_of_organization on person (workspace_id, organization_id) where organization_id is not null;
call otklik_guard('person');

-- One address belongs to one person: that is how a writer is recognised on any channel.
create table contact (
  workspace_id uuid not null references workspace,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,30}$'),
  value text not null check (length(value) between 1 and 320),
  normalized text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person on delete cascade
);
create unique index contact_once on contact (workspace_id, kind, normalized);
create index contact_of_person on contact (workspace_id, person_id, created_at);
call otklik_guard('contact');
