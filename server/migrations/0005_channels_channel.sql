create table channel (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,30}$'),
  name text not null check (length(name) between 1 and 120),
  address text,
  active boolean not null default true,
  built_in boolean not null default false,
  settings jsonb not null default '{}',
  -- Sealed by the key in the data folder.
  secrets text,
  team_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team
);
create unique index channel_address on channel (workspace_id, lower(address)) where address is not null;
call otklik_guard('channel');

-- What a running connection knows: written often, so apart from the settings.
create table channel_state (
  workspace_id uuid not null references workspace,
  channel_id uuid not null,
  state text not null default 'off' check (state in ('connected', 'connecting', 'error', 'off')),
  code text,
  detail text,
  at timestamptz,
  last_letter_at timestamptz,
  position jsonb,
  import jsonb,
  primary key (workspace_id, channel_id),
  foreign key (workspace_id, channel_id) references channel on delete cascade
);
call otklik_guard('channel_state');

-- Every letter is kept here, raw, before it is acknowledged; a ticket is made of it afterwards.
create table inbound (
  workspace_id uuid not null references workspace,
  id uuid not null,
  channel_id uuid not null,
  external_id text not null,
  state text not null check (state in ('received', 'processed', 'quarantined', 'discarded')),
  raw text not null,
  size bigint not null,
  envelope jsonb not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  error jsonb,
  sender text,
  subject text,
  outcome text,
  ticket_id uuid,
  message_id uuid,
  processed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references channel
);
create unique index inbound_once on inbound (workspace_id, external_id, channel_id);
create index inbound_waiting on inbound (workspace_id, due_at, id) where state = 'received';
create index inbound_state on inbound (workspace_id, state, received_at desc, id desc);
call otklik_guard('inbound');

-- Which ticket a Message-ID belongs to, ours and theirs: how an answer finds its thread.
create table mail_reference (
  workspace_id uuid not null references workspace,
  message_id text not null,
  ticket_id uuid not null,
  ticket_message_id uuid,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create index mail_reference_of_ticket on mail_reference (workspace_id, ticket_id);
call otklik_guard('mail_reference');

-- Automatic answers to an address, counted so that two machines cannot write to each other for ever.
create table letter_rate (
  workspace_id uuid not null references workspace,
  address text not null,
  hour timestamptz not null,
  n int not null,
  primary key (workspace_id, address, hour)
);
call otklik_guard('letter_rate');

create table outgoing_letter (
  workspace_id uuid not null references workspace,
  id uuid not null,
  channel_id uuid not null,
  ticket_id uuid not null,
  message_id uuid not null,
  mail_message_id text not null,
  recipients jsonb not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'bounced')),
  attempts int not null default 0,
  queued_at timestamptz not null,
  next_attempt_at timestamptz,
  sent_at timestamptz,
  last_error jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references channel,
  foreign key (workspace_id, ticket_id) references ticket on delete cascade
);
create unique index outgoing_letter_once on outgoing_letter (workspace_id, message_id);
create index outgoing_letter_sent on outgoing_letter (workspace_id, mail_message_id);
call otklik_guard('outgoing_letter');
