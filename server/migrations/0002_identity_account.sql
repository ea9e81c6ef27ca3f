-- What a built-in role may do is said in code, so that a new ability reaches it with the release that brings it.
create table role (
  workspace_id uuid not null references workspace,
  id uuid not null,
  key text check (key in ('administrator', 'lead', 'agent', 'observer')),
  name text not null check (length(name) between 1 and 100),
  permissions text[] not null default '{}',
  scope text not null check (scope in ('all', 'teams')),
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check (key is null or permissions = '{}'),
  check (key is distinct from 'administrator' or scope = 'all')
);
create unique index role_key_once on role (workspace_id, key);
create unique index role_name_once on role (workspace_id, lower(name));
call otklik_guard('role');

create table user_account (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  email_key text not null check (length(email_key) between 3 and 300),
  password_hash text not null check (password_hash like '$argon2id$%'),
  role_id uuid not null,
  active boolean not null default true,
  locale text not null check (locale in ('ru', 'en')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  totp_secret text,
  totp_enabled_at timestamptz,
  -- The last accepted time step (RFC 6238 §5.2): a code is good once.
  totp_last_step bigint not null default 0,
  last_seen_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, role_id) references role,
  check (totp_enabled_at is null or totp_secret is not null)
);
create unique index user_email_once on user_account (workspace_id, email_key);
create index user_by_name on user_account (workspace_id, lower(name), id);
create index user_of_role on user_account (workspace_id, role_id);
call otklik_guard('user_account');

create table team (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index team_name_once on team (workspace_id, lower(name));
call otklik_guard('team');

create table team_member (
  workspace_id uuid not null references workspace,
  team_id uuid not null,
  user_id uuid not null,
  primary key (workspace_id, team_id, user_id),
  foreign key (workspace_id, team_id) references team on delete cascade,
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
create index team_of_user on team_member (workspace_id, user_id);
call otklik_guard('team_member');

create table user_session (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  user_agent text check (length(user_agent) <= 300),
  ip text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
create unique index session_secret_once on user_session (workspace_id, secret_hash);
create index session_of_user on user_session (workspace_id, user_id);
create index session_age on user_session (workspace_id, expires_at);
call otklik_guard('user_session');

create table recovery_code (
  workspace_id uuid not null references workspace,
  user_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  primary key (workspace_id, user_id, code_hash),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
call otklik_guard('recovery_code');

create table api_token (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  scopes text[] not null check (cardinality(scopes) between 1 and 200),
  secret_hash bytea not null check (length(secret_hash) = 32),
  prefix text not null check (length(prefix) <= 20),
  expires_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references user_account on delete cascade
);
create unique index token_secret_once on api_token (workspace_id, secret_hash);
create index token_of_user on api_token (workspace_id, user_id);
call otklik_guard('api_token');

-- Tries are charged before the password is looked at, so that many at once are counted like one after another.
create table sign_in_failure (
  workspace_id uuid not null references workspace,
  subject text not null check (length(subject) between 1 and 300),
  tries int not null check (tries >= 0),
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (workspace_id, subject)
);
create index sign_in_failure_age on sign_in_failure (workspace_id, last_at);
call otklik_guard('sign_in_failure');
