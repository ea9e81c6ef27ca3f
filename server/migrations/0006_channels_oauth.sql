-- The application that the administrator has registered at a provider of mail; endpoints may differ from the usual ones.
create table oauth_application (
  workspace_id uuid not null references workspace,
  provider text not null check (provider in ('google', 'microsoft', 'yandex')),
  client_id text not null check (length(client_id) between 1 and 500),
  client_secret text,
  authorize_url text,
  token_url text,
  user_url text,
  version int not null default 1,
  primary key (workspace_id, provider)
);
call otklik_guard('oauth_application');

-- A sign-in at a provider that somebody has begun; its tokens wait here, sealed, until the mailbox is saved.
create table oauth_attempt (
  workspace_id uuid not null references workspace,
  state text not null,
  user_id uuid not null,
  provider text not null,
  verifier text not null,
  tokens text,
  address text,
  created_at timestamptz not null,
  primary key (workspace_id, state)
);
call otklik_guard('oauth_attempt');
