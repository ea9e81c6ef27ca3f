create extension btree_gin;

create extension pg_trgm;

create extension unaccent;

CREATE OR REPLACE FUNCTION public.current_workspace()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('otklik.workspace', true), '')::uuid $function$
;

CREATE OR REPLACE PROCEDURE public.otklik_guard(IN guarded regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy own_workspace on %s using (workspace_id = current_workspace()) with check (workspace_id = current_workspace())',
    guarded);
end
$procedure$
;

CREATE OR REPLACE FUNCTION public.refuse_to_change_the_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'the event log only grows' using errcode = 'restrict_violation'; end $function$
;

create table absence (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  first_day text,
  last_day text,
  note text not null default ''::text,
  substitute_id uuid,
  hands_over text not null,
  gives_back boolean not null,
  state text not null,
  revised_at timestamp with time zone not null,
  alarm_at timestamp with time zone,
  moving boolean not null default false,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint absence_pkey PRIMARY KEY (workspace_id, id),
  constraint absence_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint absence_workspace_id_substitute_id_fkey FOREIGN KEY (workspace_id, substitute_id) REFERENCES user_account(workspace_id, id) ON DELETE SET NULL (substitute_id),
  constraint absence_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint absence_check CHECK ((ends_at >= starts_at)),
  constraint absence_check1 CHECK ((substitute_id <> user_id)),
  constraint absence_check2 CHECK ((((state = 'over'::text) = (alarm_at IS NULL)) OR ((state = 'running'::text) AND (ends_at IS NULL)))),
  constraint absence_first_day_check CHECK ((first_day ~ '^\d{4}-\d\d-\d\d$'::text)),
  constraint absence_hands_over_check CHECK ((hands_over = ANY (ARRAY['all'::text, 'due'::text, 'nothing'::text]))),
  constraint absence_kind_check CHECK ((kind = ANY (ARRAY['vacation'::text, 'sick'::text, 'trip'::text, 'other'::text]))),
  constraint absence_last_day_check CHECK ((last_day ~ '^\d{4}-\d\d-\d\d$'::text)),
  constraint absence_note_check CHECK ((length(note) <= 500)),
  constraint absence_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'over'::text])))
);
CREATE INDEX absence_alarm ON public.absence USING btree (workspace_id, alarm_at) WHERE (alarm_at IS NOT NULL);
CREATE INDEX absence_list ON public.absence USING btree (workspace_id, starts_at DESC, id);
CREATE INDEX absence_of_user ON public.absence USING btree (workspace_id, user_id, starts_at DESC);
CREATE INDEX absence_substitute ON public.absence USING btree (workspace_id, substitute_id);
alter table absence enable row level security;
alter table absence force row level security;
create policy own_workspace on absence as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table absence_ticket (
  workspace_id uuid not null,
  absence_id uuid not null,
  ticket_id uuid not null,
  to_user_id uuid,
  state text not null,
  handed_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint absence_ticket_pkey PRIMARY KEY (workspace_id, absence_id, ticket_id),
  constraint absence_ticket_workspace_id_absence_id_fkey FOREIGN KEY (workspace_id, absence_id) REFERENCES absence(workspace_id, id) ON DELETE CASCADE,
  constraint absence_ticket_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint absence_ticket_state_check CHECK ((state = ANY (ARRAY['handed'::text, 'returned'::text, 'kept'::text])))
);
CREATE INDEX absence_ticket_handed ON public.absence_ticket USING btree (workspace_id, absence_id, ticket_id) WHERE (state = 'handed'::text);
CREATE INDEX absence_ticket_of_ticket ON public.absence_ticket USING btree (workspace_id, ticket_id);
alter table absence_ticket enable row level security;
alter table absence_ticket force row level security;
create policy own_workspace on absence_ticket as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table agent_capacity (
  workspace_id uuid not null,
  user_id uuid not null,
  capacity integer not null,
  constraint agent_capacity_pkey PRIMARY KEY (workspace_id, user_id),
  constraint agent_capacity_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint agent_capacity_capacity_check CHECK (((capacity >= 0) AND (capacity <= 1000)))
);
alter table agent_capacity enable row level security;
alter table agent_capacity force row level security;
create policy own_workspace on agent_capacity as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table agent_skill (
  workspace_id uuid not null,
  user_id uuid not null,
  skill_id uuid not null,
  level smallint not null,
  constraint agent_skill_pkey PRIMARY KEY (workspace_id, user_id, skill_id),
  constraint agent_skill_workspace_id_skill_id_fkey FOREIGN KEY (workspace_id, skill_id) REFERENCES skill(workspace_id, id) ON DELETE CASCADE,
  constraint agent_skill_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint agent_skill_level_check CHECK (((level >= 1) AND (level <= 5)))
);
CREATE INDEX agent_skill_of_skill ON public.agent_skill USING btree (workspace_id, skill_id);
alter table agent_skill enable row level security;
alter table agent_skill force row level security;
create policy own_workspace on agent_skill as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table api_token (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  scopes text[] not null,
  secret_hash bytea not null,
  prefix text not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint api_token_pkey PRIMARY KEY (workspace_id, id),
  constraint api_token_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint api_token_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint api_token_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint api_token_prefix_check CHECK ((length(prefix) <= 20)),
  constraint api_token_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 200))),
  constraint api_token_secret_hash_check CHECK ((length(secret_hash) = 32))
);
CREATE INDEX token_of_user ON public.api_token USING btree (workspace_id, user_id);
CREATE UNIQUE INDEX token_secret_once ON public.api_token USING btree (workspace_id, secret_hash);
alter table api_token enable row level security;
alter table api_token force row level security;
create policy own_workspace on api_token as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table approval (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  text text not null,
  shows text[] not null default '{}'::text[],
  mode text not null,
  state text not null,
  deadline timestamp with time zone,
  status_before text,
  asked_by_id uuid,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null default 1,
  constraint approval_pkey PRIMARY KEY (workspace_id, id),
  constraint approval_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint approval_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint approval_mode_check CHECK ((mode = ANY (ARRAY['one'::text, 'all'::text, 'in_order'::text]))),
  constraint approval_shows_check CHECK ((shows <@ ARRAY['subject'::text, 'request'::text])),
  constraint approval_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'cancelled'::text, 'expired'::text]))),
  constraint approval_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX approval_deadline ON public.approval USING btree (workspace_id, deadline) WHERE ((state = 'pending'::text) AND (deadline IS NOT NULL));
CREATE INDEX approval_of_ticket ON public.approval USING btree (workspace_id, ticket_id, id);
alter table approval enable row level security;
alter table approval force row level security;
create policy own_workspace on approval as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table approver (
  workspace_id uuid not null,
  id uuid not null,
  approval_id uuid not null,
  "position" integer not null,
  user_id uuid,
  person_id uuid,
  name text not null,
  email text,
  locale text not null,
  state text not null,
  comment text not null default ''::text,
  decided_by_id uuid,
  decided_by_name text,
  via text,
  asked_at timestamp with time zone,
  decided_at timestamp with time zone,
  reminded_at timestamp with time zone,
  link_edition integer not null default 1,
  mail_state text not null default 'none'::text,
  mail_problem text,
  constraint approver_pkey PRIMARY KEY (workspace_id, id),
  constraint approver_workspace_id_approval_id_position_key UNIQUE (workspace_id, approval_id, "position"),
  constraint approver_workspace_id_approval_id_fkey FOREIGN KEY (workspace_id, approval_id) REFERENCES approval(workspace_id, id) ON DELETE CASCADE,
  constraint approver_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES person(workspace_id, id) ON DELETE SET NULL (person_id),
  constraint approver_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE SET NULL (user_id),
  constraint approver_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text]))),
  constraint approver_mail_state_check CHECK ((mail_state = ANY (ARRAY['none'::text, 'queued'::text, 'sent'::text, 'failed'::text]))),
  constraint approver_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'approved'::text, 'rejected'::text, 'skipped'::text]))),
  constraint approver_via_check CHECK ((via = ANY (ARRAY['console'::text, 'link'::text])))
);
CREATE INDEX approver_of_person ON public.approver USING btree (workspace_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX approver_of_user ON public.approver USING btree (workspace_id, user_id) WHERE (user_id IS NOT NULL);
CREATE INDEX approver_waiting ON public.approver USING btree (workspace_id, user_id) WHERE (state = 'asked'::text);
alter table approver enable row level security;
alter table approver force row level security;
create policy own_workspace on approver as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table attachment_policy (
  workspace_id uuid not null,
  mail jsonb not null,
  forms jsonb not null,
  version integer not null default 1,
  constraint attachment_policy_pkey PRIMARY KEY (workspace_id),
  constraint attachment_policy_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table attachment_policy enable row level security;
alter table attachment_policy force row level security;
create policy own_workspace on attachment_policy as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table audit_entry (
  workspace_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
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
  constraint audit_entry_pkey PRIMARY KEY (workspace_id, id),
  constraint audit_entry_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy own_workspace on audit_entry as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));
CREATE TRIGGER audit_only_grows BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_past();

create table block_entry (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  value text not null,
  note text not null default ''::text,
  caught integer not null default 0,
  last_caught_at timestamp with time zone,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  constraint block_entry_pkey PRIMARY KEY (workspace_id, id),
  constraint block_entry_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint block_entry_kind_check CHECK ((kind = ANY (ARRAY['address'::text, 'domain'::text, 'pattern'::text, 'subject'::text]))),
  constraint block_entry_value_check CHECK (((length(value) >= 1) AND (length(value) <= 320)))
);
CREATE UNIQUE INDEX block_entry_once ON public.block_entry USING btree (workspace_id, kind, value);
alter table block_entry enable row level security;
alter table block_entry force row level security;
create policy own_workspace on block_entry as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table branch (
  workspace_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  address text not null default ''::text,
  time_zone text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint branch_pkey PRIMARY KEY (workspace_id, id),
  constraint branch_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint branch_workspace_id_organization_id_fkey FOREIGN KEY (workspace_id, organization_id) REFERENCES organization(workspace_id, id) ON DELETE CASCADE,
  constraint branch_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300)))
);
CREATE INDEX branch_of_organization ON public.branch USING btree (workspace_id, organization_id, created_at, id);
alter table branch enable row level security;
alter table branch force row level security;
create policy own_workspace on branch as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table bulk_act (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  actor jsonb not null,
  changes jsonb not null,
  state text not null,
  total integer not null,
  undo_of uuid,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint bulk_act_pkey PRIMARY KEY (workspace_id, id),
  constraint bulk_act_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint bulk_act_workspace_id_undo_of_fkey FOREIGN KEY (workspace_id, undo_of) REFERENCES bulk_act(workspace_id, id) ON DELETE CASCADE,
  constraint bulk_act_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id),
  constraint bulk_act_state_check CHECK ((state = ANY (ARRAY['running'::text, 'cancelling'::text, 'cancelled'::text, 'done'::text])))
);
CREATE INDEX bulk_act_age ON public.bulk_act USING btree (workspace_id, created_at);
CREATE INDEX bulk_act_of_user ON public.bulk_act USING btree (workspace_id, user_id, created_at DESC);
CREATE UNIQUE INDEX bulk_act_undone ON public.bulk_act USING btree (workspace_id, undo_of) WHERE (undo_of IS NOT NULL);
alter table bulk_act enable row level security;
alter table bulk_act force row level security;
create policy own_workspace on bulk_act as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table bulk_ticket (
  workspace_id uuid not null,
  bulk_act_id uuid not null,
  "position" integer not null,
  ticket_id uuid not null,
  outcome text not null,
  before jsonb,
  after jsonb,
  code text,
  kept jsonb,
  at timestamp with time zone,
  constraint bulk_ticket_pkey PRIMARY KEY (workspace_id, bulk_act_id, "position"),
  constraint bulk_ticket_workspace_id_bulk_act_id_fkey FOREIGN KEY (workspace_id, bulk_act_id) REFERENCES bulk_act(workspace_id, id) ON DELETE CASCADE,
  constraint bulk_ticket_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'changed'::text, 'same'::text, 'kept'::text, 'refused'::text, 'cancelled'::text])))
);
CREATE INDEX bulk_ticket_outcome ON public.bulk_ticket USING btree (workspace_id, bulk_act_id, outcome, "position");
alter table bulk_ticket enable row level security;
alter table bulk_ticket force row level security;
create policy own_workspace on bulk_ticket as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table calendar (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  zone text not null,
  week jsonb not null,
  days jsonb not null default '{}'::jsonb,
  country text,
  is_default boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint calendar_pkey PRIMARY KEY (workspace_id, id),
  constraint calendar_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint calendar_country_check CHECK ((country = 'ru'::text)),
  constraint calendar_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint calendar_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 60)))
);
CREATE UNIQUE INDEX calendar_default ON public.calendar USING btree (workspace_id) WHERE is_default;
CREATE UNIQUE INDEX calendar_name ON public.calendar USING btree (workspace_id, lower(name));
alter table calendar enable row level security;
alter table calendar force row level security;
create policy own_workspace on calendar as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table category (
  workspace_id uuid not null,
  id uuid not null,
  parent_id uuid,
  name text not null,
  archived boolean not null default false,
  version integer not null default 1,
  constraint category_pkey PRIMARY KEY (workspace_id, id),
  constraint category_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint category_workspace_id_parent_id_fkey FOREIGN KEY (workspace_id, parent_id) REFERENCES category(workspace_id, id),
  constraint category_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
alter table category enable row level security;
alter table category force row level security;
create policy own_workspace on category as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table channel (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  address text,
  active boolean not null default true,
  built_in boolean not null default false,
  settings jsonb not null default '{}'::jsonb,
  secrets text,
  team_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint channel_pkey PRIMARY KEY (workspace_id, id),
  constraint channel_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint channel_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id),
  constraint channel_kind_check CHECK ((kind ~ '^[a-z_]{1,30}$'::text)),
  constraint channel_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE UNIQUE INDEX channel_address ON public.channel USING btree (workspace_id, lower(address)) WHERE (address IS NOT NULL);
alter table channel enable row level security;
alter table channel force row level security;
create policy own_workspace on channel as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table channel_state (
  workspace_id uuid not null,
  channel_id uuid not null,
  state text not null default 'off'::text,
  code text,
  detail text,
  at timestamp with time zone,
  last_letter_at timestamp with time zone,
  "position" jsonb,
  import jsonb,
  constraint channel_state_pkey PRIMARY KEY (workspace_id, channel_id),
  constraint channel_state_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channel(workspace_id, id) ON DELETE CASCADE,
  constraint channel_state_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint channel_state_state_check CHECK ((state = ANY (ARRAY['connected'::text, 'connecting'::text, 'error'::text, 'off'::text])))
);
alter table channel_state enable row level security;
alter table channel_state force row level security;
create policy own_workspace on channel_state as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table checklist (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  steps text[] not null,
  automatic boolean not null,
  types text[] not null default '{}'::text[],
  category_ids uuid[] not null default '{}'::uuid[],
  "position" integer not null,
  version integer not null default 1,
  constraint checklist_pkey PRIMARY KEY (workspace_id, id),
  constraint checklist_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint checklist_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE UNIQUE INDEX checklist_name ON public.checklist USING btree (workspace_id, lower(name));
alter table checklist enable row level security;
alter table checklist force row level security;
create policy own_workspace on checklist as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table contact (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  value text not null,
  normalized text not null,
  created_at timestamp with time zone not null,
  constraint contact_pkey PRIMARY KEY (workspace_id, id),
  constraint contact_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE,
  constraint contact_kind_check CHECK ((kind ~ '^[a-z_]{1,30}$'::text)),
  constraint contact_value_check CHECK (((length(value) >= 1) AND (length(value) <= 320)))
);
CREATE INDEX contact_of_person ON public.contact USING btree (workspace_id, person_id, created_at);
CREATE UNIQUE INDEX contact_once ON public.contact USING btree (workspace_id, kind, normalized);
alter table contact enable row level security;
alter table contact force row level security;
create policy own_workspace on contact as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table customer_notice (
  workspace_id uuid not null,
  kind text not null,
  channel_ids uuid[] not null,
  texts jsonb not null,
  version integer not null,
  constraint customer_notice_pkey PRIMARY KEY (workspace_id, kind),
  constraint customer_notice_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint customer_notice_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'status'::text, 'solved'::text])))
);
alter table customer_notice enable row level security;
alter table customer_notice force row level security;
create policy own_workspace on customer_notice as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table demo_company (
  workspace_id uuid not null,
  state text not null,
  seed text not null,
  locale text not null,
  time_zone text not null,
  present timestamp with time zone not null,
  tickets integer not null,
  done integer not null,
  total integer not null,
  changed_at timestamp with time zone not null,
  constraint demo_company_pkey PRIMARY KEY (workspace_id),
  constraint demo_company_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint demo_company_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text]))),
  constraint demo_company_state_check CHECK ((state = ANY (ARRAY['loading'::text, 'ready'::text, 'removing'::text, 'removed'::text]))),
  constraint demo_company_tickets_check CHECK (((tickets >= 50) AND (tickets <= 2000)))
);
alter table demo_company enable row level security;
alter table demo_company force row level security;
create policy own_workspace on demo_company as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table demo_mark (
  workspace_id uuid not null,
  kind text not null,
  id uuid not null,
  key text not null,
  constraint demo_mark_pkey PRIMARY KEY (workspace_id, kind, id),
  constraint demo_mark_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint demo_mark_kind_check CHECK ((kind = ANY (ARRAY['ticket'::text, 'person'::text, 'organization'::text, 'branch'::text, 'user'::text, 'team'::text, 'category'::text, 'template'::text, 'view'::text])))
);
CREATE UNIQUE INDEX demo_mark_once ON public.demo_mark USING btree (workspace_id, kind, key);
alter table demo_mark enable row level security;
alter table demo_mark force row level security;
create policy own_workspace on demo_mark as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table draft (
  workspace_id uuid not null,
  user_id uuid not null,
  ticket_id uuid not null,
  kind text not null,
  edition uuid not null,
  body text not null,
  html text,
  cc text[] not null default '{}'::text[],
  attachments uuid[] not null default '{}'::uuid[],
  aside jsonb,
  edited_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (workspace_id, user_id, ticket_id, kind),
  constraint draft_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint draft_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id),
  constraint draft_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'note'::text])))
);
alter table draft enable row level security;
alter table draft force row level security;
create policy own_workspace on draft as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table duty (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  zone text,
  week jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint duty_pkey PRIMARY KEY (workspace_id, id),
  constraint duty_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint duty_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id) ON DELETE CASCADE,
  constraint duty_check CHECK (((zone IS NULL) = (week IS NULL))),
  constraint duty_check1 CHECK (((week IS NOT NULL) OR ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL)))),
  constraint duty_check2 CHECK ((ends_at > starts_at)),
  constraint duty_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 60)))
);
CREATE INDEX duty_of_team ON public.duty USING btree (workspace_id, team_id);
alter table duty enable row level security;
alter table duty force row level security;
create policy own_workspace on duty as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table duty_person (
  workspace_id uuid not null,
  duty_id uuid not null,
  "position" integer not null,
  user_id uuid not null,
  constraint duty_person_pkey PRIMARY KEY (workspace_id, duty_id, "position"),
  constraint duty_person_workspace_id_duty_id_user_id_key UNIQUE (workspace_id, duty_id, user_id),
  constraint duty_person_workspace_id_duty_id_fkey FOREIGN KEY (workspace_id, duty_id) REFERENCES duty(workspace_id, id) ON DELETE CASCADE,
  constraint duty_person_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint duty_person_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX duty_person_of_user ON public.duty_person USING btree (workspace_id, user_id);
alter table duty_person enable row level security;
alter table duty_person force row level security;
create policy own_workspace on duty_person as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table event (
  workspace_id uuid not null,
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
  at timestamp with time zone not null,
  constraint event_pkey PRIMARY KEY (workspace_id, id)
);
CREATE INDEX event_of_ticket ON public.event USING btree (workspace_id, ticket_id, id) WHERE (ticket_id IS NOT NULL);
CREATE INDEX event_stream ON public.event USING btree (workspace_id, tx, id);
alter table event enable row level security;
alter table event force row level security;
create policy own_workspace on event as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));
CREATE TRIGGER event_only_grows BEFORE UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_past();

create table field_definition (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  label text not null,
  other_label text,
  kind text not null,
  choices text[] not null default '{}'::text[],
  types text[] not null default '{}'::text[],
  "position" integer not null,
  version integer not null default 1,
  removed_at timestamp with time zone,
  constraint field_definition_pkey PRIMARY KEY (workspace_id, id),
  constraint field_definition_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint field_definition_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'choice'::text, 'yes_no'::text]))),
  constraint field_definition_label_check CHECK (((length(label) >= 1) AND (length(label) <= 120))),
  constraint field_definition_name_check CHECK ((name ~ '^[a-zA-Z][a-zA-Z0-9_]{0,59}$'::text)),
  constraint field_definition_other_label_check CHECK (((length(other_label) >= 1) AND (length(other_label) <= 120)))
);
CREATE UNIQUE INDEX field_definition_name ON public.field_definition USING btree (workspace_id, name);
alter table field_definition enable row level security;
alter table field_definition force row level security;
create policy own_workspace on field_definition as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table file (
  workspace_id uuid not null,
  id uuid not null,
  hash text not null,
  name text not null,
  content_type text not null,
  size bigint not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (workspace_id, id),
  constraint file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
alter table file enable row level security;
alter table file force row level security;
create policy own_workspace on file as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table form (
  workspace_id uuid not null,
  channel_id uuid not null,
  slug text not null,
  category_id uuid,
  settings jsonb not null default '{}'::jsonb,
  constraint form_pkey PRIMARY KEY (workspace_id, channel_id),
  constraint form_workspace_id_category_id_fkey FOREIGN KEY (workspace_id, category_id) REFERENCES category(workspace_id, id),
  constraint form_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channel(workspace_id, id),
  constraint form_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint form_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);
CREATE UNIQUE INDEX form_slug ON public.form USING btree (workspace_id, slug);
alter table form enable row level security;
alter table form force row level security;
create policy own_workspace on form as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table form_rate (
  workspace_id uuid not null,
  source text not null,
  window_at timestamp with time zone not null,
  n integer not null,
  constraint form_rate_pkey PRIMARY KEY (workspace_id, source, window_at),
  constraint form_rate_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
CREATE INDEX form_rate_age ON public.form_rate USING btree (workspace_id, window_at);
alter table form_rate enable row level security;
alter table form_rate force row level security;
create policy own_workspace on form_rate as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table guide_step (
  workspace_id uuid not null,
  step text not null,
  skipped_at timestamp with time zone not null,
  constraint guide_step_pkey PRIMARY KEY (workspace_id, step),
  constraint guide_step_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint guide_step_step_check CHECK ((step ~ '^[a-z]{1,30}$'::text))
);
alter table guide_step enable row level security;
alter table guide_step force row level security;
create policy own_workspace on guide_step as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table guide_tour (
  workspace_id uuid not null,
  user_id uuid not null,
  tour text not null,
  state text not null,
  step integer not null,
  at timestamp with time zone not null,
  constraint guide_tour_pkey PRIMARY KEY (workspace_id, user_id, tour),
  constraint guide_tour_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint guide_tour_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint guide_tour_state_check CHECK ((state = ANY (ARRAY['running'::text, 'left'::text, 'done'::text]))),
  constraint guide_tour_step_check CHECK (((step >= 0) AND (step <= 50))),
  constraint guide_tour_tour_check CHECK ((tour ~ '^[a-z]{1,30}$'::text))
);
alter table guide_tour enable row level security;
alter table guide_tour force row level security;
create policy own_workspace on guide_tour as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table held_answer (
  workspace_id uuid not null,
  message_id uuid not null,
  ticket_id uuid not null,
  author_id uuid not null,
  until timestamp with time zone not null,
  before jsonb not null,
  constraint held_answer_pkey PRIMARY KEY (workspace_id, message_id),
  constraint held_answer_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX held_answer_age ON public.held_answer USING btree (workspace_id, until);
alter table held_answer enable row level security;
alter table held_answer force row level security;
create policy own_workspace on held_answer as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table inbound (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  external_id text not null,
  state text not null,
  raw text not null,
  size bigint not null,
  envelope jsonb not null,
  received_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  error jsonb,
  sender text,
  subject text,
  outcome text,
  ticket_id uuid,
  message_id uuid,
  processed_at timestamp with time zone,
  constraint inbound_pkey PRIMARY KEY (workspace_id, id),
  constraint inbound_state_check CHECK ((state = ANY (ARRAY['received'::text, 'processed'::text, 'quarantined'::text, 'discarded'::text])))
);
CREATE UNIQUE INDEX inbound_once ON public.inbound USING btree (workspace_id, external_id, channel_id);
CREATE INDEX inbound_state ON public.inbound USING btree (workspace_id, state, received_at DESC, id DESC);
CREATE INDEX inbound_waiting ON public.inbound USING btree (workspace_id, due_at, id) WHERE (state = 'received'::text);
alter table inbound enable row level security;
alter table inbound force row level security;
create policy own_workspace on inbound as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table lab_example (
  workspace_id uuid not null,
  run_id uuid not null,
  ticket_id uuid not null,
  kinds text[] not null,
  differences jsonb not null,
  constraint lab_example_pkey PRIMARY KEY (workspace_id, run_id, ticket_id),
  constraint lab_example_workspace_id_run_id_fkey FOREIGN KEY (workspace_id, run_id) REFERENCES lab_run(workspace_id, id) ON DELETE CASCADE
);
alter table lab_example enable row level security;
alter table lab_example force row level security;
create policy own_workspace on lab_example as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table lab_run (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid,
  user_name text not null,
  changes jsonb not null,
  title text not null,
  days integer not null,
  state text not null,
  done integer not null default 0,
  tickets integer,
  result jsonb,
  problem text,
  kept boolean not null default false,
  switched_on_at timestamp with time zone,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint lab_run_pkey PRIMARY KEY (workspace_id, id),
  constraint lab_run_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint lab_run_days_check CHECK (((days >= 1) AND (days <= 90))),
  constraint lab_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX lab_run_newest ON public.lab_run USING btree (workspace_id, id DESC);
alter table lab_run enable row level security;
alter table lab_run force row level security;
create policy own_workspace on lab_run as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table legal_entity (
  workspace_id uuid not null,
  id uuid not null,
  organization_id uuid,
  kind text not null,
  name text not null,
  inn text,
  kpp text,
  ogrn text,
  address text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint legal_entity_pkey PRIMARY KEY (workspace_id, id),
  constraint legal_entity_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint legal_entity_workspace_id_organization_id_fkey FOREIGN KEY (workspace_id, organization_id) REFERENCES organization(workspace_id, id) ON DELETE CASCADE,
  constraint legal_entity_inn_check CHECK ((inn ~ '^(\d{10}|\d{12})$'::text)),
  constraint legal_entity_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'entrepreneur'::text]))),
  constraint legal_entity_kpp_check CHECK ((kpp ~ '^\d{4}[0-9A-Z]{2}\d{3}$'::text)),
  constraint legal_entity_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint legal_entity_ogrn_check CHECK ((ogrn ~ '^(\d{13}|\d{15})$'::text))
);
CREATE INDEX legal_entity_inn ON public.legal_entity USING btree (workspace_id, inn) WHERE (inn IS NOT NULL);
CREATE INDEX legal_entity_of_organization ON public.legal_entity USING btree (workspace_id, organization_id, created_at, id);
alter table legal_entity enable row level security;
alter table legal_entity force row level security;
create policy own_workspace on legal_entity as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table letter_rate (
  workspace_id uuid not null,
  address text not null,
  hour timestamp with time zone not null,
  n integer not null,
  constraint letter_rate_pkey PRIMARY KEY (workspace_id, address, hour)
);
alter table letter_rate enable row level security;
alter table letter_rate force row level security;
create policy own_workspace on letter_rate as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table macro (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  team_id uuid,
  acts jsonb not null,
  template_id uuid,
  digit smallint,
  uses integer not null default 0,
  last_used_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  types text[] not null default '{}'::text[],
  changed_at timestamp with time zone not null,
  condition jsonb not null default '{"all": []}'::jsonb,
  constraint macro_pkey PRIMARY KEY (workspace_id, id),
  constraint macro_template FOREIGN KEY (workspace_id, template_id) REFERENCES template(workspace_id, id),
  constraint macro_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint macro_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id) ON DELETE CASCADE,
  constraint macro_digit_check CHECK (((digit >= 1) AND (digit <= 9))),
  constraint macro_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint macro_types_check CHECK ((types <@ ARRAY['question'::text, 'incident'::text, 'service_request'::text, 'problem'::text, 'change'::text, 'complaint'::text, 'task'::text]))
);
CREATE UNIQUE INDEX macro_digit ON public.macro USING btree (workspace_id, team_id, digit) NULLS NOT DISTINCT WHERE (digit IS NOT NULL);
CREATE UNIQUE INDEX macro_name ON public.macro USING btree (workspace_id, team_id, lower(name)) NULLS NOT DISTINCT;
CREATE INDEX macro_of_team ON public.macro USING btree (workspace_id, team_id, id);
CREATE INDEX macro_of_template ON public.macro USING btree (workspace_id, template_id) WHERE (template_id IS NOT NULL);
alter table macro enable row level security;
alter table macro force row level security;
create policy own_workspace on macro as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table macro_run (
  workspace_id uuid not null,
  id uuid not null,
  macro_id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  request_key text,
  before jsonb not null,
  after jsonb not null,
  message_id uuid,
  at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint macro_run_pkey PRIMARY KEY (workspace_id, id),
  constraint macro_run_workspace_id_macro_id_fkey FOREIGN KEY (workspace_id, macro_id) REFERENCES macro(workspace_id, id) ON DELETE CASCADE,
  constraint macro_run_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX macro_run_of_macro ON public.macro_run USING btree (workspace_id, macro_id);
CREATE INDEX macro_run_of_ticket ON public.macro_run USING btree (workspace_id, ticket_id);
CREATE UNIQUE INDEX macro_run_once ON public.macro_run USING btree (workspace_id, user_id, request_key) WHERE (request_key IS NOT NULL);
alter table macro_run enable row level security;
alter table macro_run force row level security;
create policy own_workspace on macro_run as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table mail_reference (
  workspace_id uuid not null,
  message_id text not null,
  ticket_id uuid not null,
  ticket_message_id uuid,
  constraint mail_reference_pkey PRIMARY KEY (workspace_id, message_id),
  constraint mail_reference_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX mail_reference_of_ticket ON public.mail_reference USING btree (workspace_id, ticket_id);
alter table mail_reference enable row level security;
alter table mail_reference force row level security;
create policy own_workspace on mail_reference as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table message (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  visibility text not null,
  direction text not null,
  author_kind text not null,
  author_id uuid,
  author_name text not null,
  author_address text,
  is_new_participant boolean not null default false,
  channel_kind text not null,
  channel_id uuid,
  body text not null,
  quoted text,
  signature text,
  html text,
  quoted_html text,
  blocked_images integer not null default 0,
  mail jsonb,
  invitation jsonb,
  automatic text,
  delivery jsonb,
  bounces jsonb,
  source_id uuid,
  created_at timestamp with time zone not null,
  constraint message_pkey PRIMARY KEY (workspace_id, id),
  constraint message_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint message_author_kind_check CHECK ((author_kind = ANY (ARRAY['person'::text, 'user'::text, 'system'::text]))),
  constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint message_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'internal'::text])))
);
CREATE INDEX message_of_participant ON public.message USING btree (workspace_id, author_id, ticket_id) WHERE is_new_participant;
CREATE INDEX message_of_ticket ON public.message USING btree (workspace_id, ticket_id, id);
alter table message enable row level security;
alter table message force row level security;
create policy own_workspace on message as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table message_file (
  workspace_id uuid not null,
  message_id uuid not null,
  "position" integer not null,
  file_id uuid not null,
  inline boolean not null,
  content_id text,
  constraint message_file_pkey PRIMARY KEY (workspace_id, message_id, "position"),
  constraint message_file_workspace_id_file_id_fkey FOREIGN KEY (workspace_id, file_id) REFERENCES file(workspace_id, id),
  constraint message_file_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES message(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX message_file_owner ON public.message_file USING btree (workspace_id, file_id);
alter table message_file enable row level security;
alter table message_file force row level security;
create policy own_workspace on message_file as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table migration (
  name text not null,
  hash text not null,
  at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table notice (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  ticket_id uuid,
  message_id uuid,
  actor_id uuid,
  actor_name text not null,
  preview text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  fact text,
  words jsonb,
  in_app boolean not null default true,
  mail_id uuid,
  push_id uuid,
  constraint notice_pkey PRIMARY KEY (workspace_id, id),
  constraint notice_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint notice_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id),
  constraint notice_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text))
);
CREATE UNIQUE INDEX notice_fact ON public.notice USING btree (workspace_id, user_id, fact) WHERE (fact IS NOT NULL);
CREATE INDEX notice_of_mail ON public.notice USING btree (workspace_id, mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX notice_of_push ON public.notice USING btree (workspace_id, push_id) WHERE (push_id IS NOT NULL);
CREATE INDEX notice_of_user ON public.notice USING btree (workspace_id, user_id, id DESC);
CREATE UNIQUE INDEX notice_once ON public.notice USING btree (workspace_id, user_id, kind, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX notice_unread ON public.notice USING btree (workspace_id, user_id) WHERE (read_at IS NULL);
alter table notice enable row level security;
alter table notice force row level security;
create policy own_workspace on notice as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table notice_dispatch (
  workspace_id uuid not null,
  id uuid not null,
  way text not null,
  user_id uuid,
  person_id uuid,
  ticket_id uuid,
  kind text not null,
  bucket text not null,
  urgent boolean not null,
  state text not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  problem text,
  reached uuid[] not null default '{}'::uuid[],
  words jsonb,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint notice_dispatch_pkey PRIMARY KEY (workspace_id, id),
  constraint notice_dispatch_check CHECK (((user_id IS NULL) <> (person_id IS NULL))),
  constraint notice_dispatch_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'done'::text, 'failed'::text, 'dropped'::text]))),
  constraint notice_dispatch_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'push'::text])))
);
CREATE INDEX notice_dispatch_failed ON public.notice_dispatch USING btree (workspace_id, id DESC) WHERE (state = 'failed'::text);
CREATE UNIQUE INDEX notice_dispatch_gathering ON public.notice_dispatch USING btree (workspace_id, user_id, way, bucket) WHERE ((state = 'waiting'::text) AND (user_id IS NOT NULL));
CREATE INDEX notice_dispatch_of_person ON public.notice_dispatch USING btree (workspace_id, person_id, created_at) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX notice_dispatch_once ON public.notice_dispatch USING btree (workspace_id, bucket) WHERE (person_id IS NOT NULL);
alter table notice_dispatch enable row level security;
alter table notice_dispatch force row level security;
create policy own_workspace on notice_dispatch as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table notification_default (
  workspace_id uuid not null,
  choices jsonb not null,
  version integer not null,
  constraint notification_default_pkey PRIMARY KEY (workspace_id),
  constraint notification_default_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table notification_default enable row level security;
alter table notification_default force row level security;
create policy own_workspace on notification_default as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table notification_position (
  workspace_id uuid not null,
  tx xid8 not null,
  event_id uuid not null,
  constraint notification_position_pkey PRIMARY KEY (workspace_id),
  constraint notification_position_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table notification_position enable row level security;
alter table notification_position force row level security;
create policy own_workspace on notification_position as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table notification_preference (
  workspace_id uuid not null,
  user_id uuid not null,
  choices jsonb not null,
  zone text,
  quiet jsonb,
  digest jsonb,
  version integer not null,
  constraint notification_preference_pkey PRIMARY KEY (workspace_id, user_id),
  constraint notification_preference_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint notification_preference_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE
);
alter table notification_preference enable row level security;
alter table notification_preference force row level security;
create policy own_workspace on notification_preference as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table oauth_application (
  workspace_id uuid not null,
  provider text not null,
  client_id text not null,
  client_secret text,
  authorize_url text,
  token_url text,
  user_url text,
  version integer not null default 1,
  constraint oauth_application_pkey PRIMARY KEY (workspace_id, provider),
  constraint oauth_application_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint oauth_application_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 500))),
  constraint oauth_application_provider_check CHECK ((provider = ANY (ARRAY['google'::text, 'microsoft'::text, 'yandex'::text])))
);
alter table oauth_application enable row level security;
alter table oauth_application force row level security;
create policy own_workspace on oauth_application as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table oauth_attempt (
  workspace_id uuid not null,
  state text not null,
  user_id uuid not null,
  provider text not null,
  verifier text not null,
  tokens text,
  address text,
  created_at timestamp with time zone not null,
  constraint oauth_attempt_pkey PRIMARY KEY (workspace_id, state),
  constraint oauth_attempt_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table oauth_attempt enable row level security;
alter table oauth_attempt force row level security;
create policy own_workspace on oauth_attempt as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table organization (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  inn text,
  note text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint organization_pkey PRIMARY KEY (workspace_id, id),
  constraint organization_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint organization_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300)))
);
CREATE INDEX organization_by_name ON public.organization USING btree (workspace_id, lower(name), id);
alter table organization enable row level security;
alter table organization force row level security;
create policy own_workspace on organization as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table organization_domain (
  workspace_id uuid not null,
  domain text not null,
  organization_id uuid not null,
  constraint organization_domain_pkey PRIMARY KEY (workspace_id, domain),
  constraint organization_domain_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint organization_domain_workspace_id_organization_id_fkey FOREIGN KEY (workspace_id, organization_id) REFERENCES organization(workspace_id, id) ON DELETE CASCADE,
  constraint organization_domain_domain_check CHECK ((domain = lower(domain)))
);
CREATE INDEX organization_domain_owner ON public.organization_domain USING btree (workspace_id, organization_id);
alter table organization_domain enable row level security;
alter table organization_domain force row level security;
create policy own_workspace on organization_domain as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table outgoing_letter (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  ticket_id uuid not null,
  message_id uuid not null,
  mail_message_id text not null,
  recipients jsonb not null,
  state text not null,
  attempts integer not null default 0,
  queued_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone,
  sent_at timestamp with time zone,
  last_error jsonb,
  signature_html text,
  constraint outgoing_letter_pkey PRIMARY KEY (workspace_id, id),
  constraint outgoing_letter_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channel(workspace_id, id),
  constraint outgoing_letter_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint outgoing_letter_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint outgoing_letter_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'bounced'::text])))
);
CREATE UNIQUE INDEX outgoing_letter_once ON public.outgoing_letter USING btree (workspace_id, message_id);
CREATE INDEX outgoing_letter_sent ON public.outgoing_letter USING btree (workspace_id, mail_message_id);
CREATE INDEX outgoing_letter_unsent ON public.outgoing_letter USING btree (workspace_id, state) WHERE (state <> 'sent'::text);
alter table outgoing_letter enable row level security;
alter table outgoing_letter force row level security;
create policy own_workspace on outgoing_letter as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table own_status (
  workspace_id uuid not null,
  id uuid not null,
  type text not null,
  class text not null,
  name text not null,
  other_name text,
  colour text not null,
  shape text not null,
  "position" integer not null,
  retired boolean not null default false,
  moves_to uuid,
  version integer not null default 1,
  constraint own_status_pkey PRIMARY KEY (workspace_id, id),
  constraint own_status_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint own_status_workspace_id_moves_to_fkey FOREIGN KEY (workspace_id, moves_to) REFERENCES own_status(workspace_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint own_status_class_check CHECK ((class = ANY (ARRAY['new'::text, 'open'::text, 'pending'::text, 'on_hold'::text, 'solved'::text, 'closed'::text]))),
  constraint own_status_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint own_status_other_name_check CHECK (((length(other_name) >= 1) AND (length(other_name) <= 60)))
);
CREATE INDEX own_status_goal ON public.own_status USING btree (workspace_id, moves_to) WHERE (moves_to IS NOT NULL);
CREATE UNIQUE INDEX own_status_name ON public.own_status USING btree (workspace_id, type, lower(name)) WHERE (NOT retired);
CREATE INDEX own_status_order ON public.own_status USING btree (workspace_id, type, "position", id);
alter table own_status enable row level security;
alter table own_status force row level security;
create policy own_workspace on own_status as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table person (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  organization_id uuid,
  locale text,
  note text not null default ''::text,
  vip boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  vip_level smallint not null default 0,
  favourite_channel text,
  time_zone text,
  quiet_from smallint,
  quiet_to smallint,
  branch_id uuid,
  merged_into_id uuid,
  matched_at timestamp with time zone,
  constraint person_pkey PRIMARY KEY (workspace_id, id),
  constraint person_workspace_id_branch_id_fkey FOREIGN KEY (workspace_id, branch_id) REFERENCES branch(workspace_id, id) ON DELETE SET NULL (branch_id),
  constraint person_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint person_workspace_id_merged_into_id_fkey FOREIGN KEY (workspace_id, merged_into_id) REFERENCES person(workspace_id, id),
  constraint person_workspace_id_organization_id_fkey FOREIGN KEY (workspace_id, organization_id) REFERENCES organization(workspace_id, id),
  constraint person_check CHECK (((quiet_from IS NULL) = (quiet_to IS NULL))),
  constraint person_check1 CHECK ((vip = (vip_level > 0))),
  constraint person_favourite_channel_check CHECK ((favourite_channel ~ '^[a-z_]{1,30}$'::text)),
  constraint person_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text]))),
  constraint person_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  constraint person_quiet_to_check CHECK (((quiet_to >= 0) AND (quiet_to <= 1439))),
  constraint person_vip_level_check CHECK (((vip_level >= 0) AND (vip_level <= 3)))
);
CREATE INDEX person_by_name ON public.person USING btree (workspace_id, lower(name), id);
CREATE INDEX person_merged_into ON public.person USING btree (workspace_id, merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX person_of_branch ON public.person USING btree (workspace_id, branch_id) WHERE (branch_id IS NOT NULL);
CREATE INDEX person_of_organization ON public.person USING btree (workspace_id, organization_id) WHERE (organization_id IS NOT NULL);
CREATE INDEX person_unmatched ON public.person USING btree (workspace_id, id) WHERE (matched_at IS NULL);
alter table person enable row level security;
alter table person force row level security;
create policy own_workspace on person as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table person_duplicate (
  workspace_id uuid not null,
  low_id uuid not null,
  high_id uuid not null,
  state text not null,
  strength smallint not null,
  reasons jsonb not null,
  found_at timestamp with time zone not null,
  constraint person_duplicate_pkey PRIMARY KEY (workspace_id, low_id, high_id),
  constraint person_duplicate_workspace_id_high_id_fkey FOREIGN KEY (workspace_id, high_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE,
  constraint person_duplicate_workspace_id_low_id_fkey FOREIGN KEY (workspace_id, low_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE,
  constraint person_duplicate_check CHECK ((low_id < high_id)),
  constraint person_duplicate_state_check CHECK ((state = ANY (ARRAY['open'::text, 'different'::text])))
);
CREATE INDEX person_duplicate_high ON public.person_duplicate USING btree (workspace_id, high_id);
CREATE INDEX person_duplicate_open ON public.person_duplicate USING btree (workspace_id, strength DESC, low_id DESC, high_id DESC) WHERE (state = 'open'::text);
alter table person_duplicate enable row level security;
alter table person_duplicate force row level security;
create policy own_workspace on person_duplicate as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table person_key (
  workspace_id uuid not null,
  kind text not null,
  key text collate "C" not null,
  person_id uuid not null,
  constraint person_key_pkey PRIMARY KEY (workspace_id, kind, key, person_id),
  constraint person_key_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES person(workspace_id, id) ON DELETE CASCADE,
  constraint person_key_kind_check CHECK ((kind = ANY (ARRAY['word'::text, 'digits'::text, 'phone'::text, 'email'::text, 'name'::text, 'colleague'::text])))
);
CREATE INDEX person_key_of_person ON public.person_key USING btree (workspace_id, person_id);
alter table person_key enable row level security;
alter table person_key force row level security;
create policy own_workspace on person_key as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table person_merge (
  workspace_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  merged_at timestamp with time zone not null,
  merged_by text not null,
  undone_at timestamp with time zone,
  constraint person_merge_pkey PRIMARY KEY (workspace_id, id),
  constraint person_merge_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint person_merge_workspace_id_kept_id_fkey FOREIGN KEY (workspace_id, kept_id) REFERENCES person(workspace_id, id),
  constraint person_merge_workspace_id_merged_id_fkey FOREIGN KEY (workspace_id, merged_id) REFERENCES person(workspace_id, id)
);
CREATE INDEX person_merge_of_kept ON public.person_merge USING btree (workspace_id, kept_id, merged_at);
CREATE UNIQUE INDEX person_merge_standing ON public.person_merge USING btree (workspace_id, merged_id) WHERE (undone_at IS NULL);
alter table person_merge enable row level security;
alter table person_merge force row level security;
create policy own_workspace on person_merge as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table planned_answer (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  author_id uuid not null,
  body text not null,
  html text,
  blocked_images integer not null default 0,
  cc text[] not null default '{}'::text[],
  attachments uuid[] not null default '{}'::uuid[],
  status text,
  send_at timestamp with time zone not null,
  unless_answered boolean not null,
  problem text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint planned_answer_pkey PRIMARY KEY (workspace_id, id),
  constraint planned_answer_workspace_id_author_id_fkey FOREIGN KEY (workspace_id, author_id) REFERENCES user_account(workspace_id, id),
  constraint planned_answer_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint planned_answer_problem_check CHECK ((problem = ANY (ARRAY['customer_wrote'::text, 'author_left'::text]))),
  constraint planned_answer_status_check CHECK ((status = ANY (ARRAY['new'::text, 'open'::text, 'pending'::text, 'on_hold'::text, 'solved'::text, 'closed'::text])))
);
CREATE INDEX planned_answer_of_ticket ON public.planned_answer USING btree (workspace_id, ticket_id, send_at, id);
alter table planned_answer enable row level security;
alter table planned_answer force row level security;
create policy own_workspace on planned_answer as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table push_device (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  session_id uuid,
  endpoint_hash text not null,
  sealed text not null,
  name text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint push_device_pkey PRIMARY KEY (workspace_id, id),
  constraint push_device_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint push_device_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX push_device_of_user ON public.push_device USING btree (workspace_id, user_id);
CREATE UNIQUE INDEX push_device_once ON public.push_device USING btree (workspace_id, endpoint_hash);
alter table push_device enable row level security;
alter table push_device force row level security;
create policy own_workspace on push_device as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table receipt (
  workspace_id uuid not null,
  actor_id text not null,
  key text not null,
  input_hash text not null,
  output jsonb not null,
  at timestamp with time zone not null,
  constraint receipt_pkey PRIMARY KEY (workspace_id, actor_id, key),
  constraint receipt_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);
CREATE INDEX receipt_age ON public.receipt USING btree (workspace_id, at);
alter table receipt enable row level security;
alter table receipt force row level security;
create policy own_workspace on receipt as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table recovery_code (
  workspace_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  constraint recovery_code_pkey PRIMARY KEY (workspace_id, user_id, code_hash),
  constraint recovery_code_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint recovery_code_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint recovery_code_code_hash_check CHECK ((length(code_hash) = 32))
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy own_workspace on recovery_code as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table reminder (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  ticket_id uuid,
  kind text not null,
  at timestamp with time zone not null,
  note text not null,
  phone text,
  made_at timestamp with time zone not null,
  fired_at timestamp with time zone,
  done_at timestamp with time zone,
  version integer not null default 1,
  constraint reminder_pkey PRIMARY KEY (workspace_id, id),
  constraint reminder_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint reminder_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint reminder_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id),
  constraint reminder_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'call'::text])))
);
CREATE INDEX reminder_due ON public.reminder USING btree (workspace_id, at) WHERE ((fired_at IS NULL) AND (done_at IS NULL));
CREATE INDEX reminder_of_ticket ON public.reminder USING btree (workspace_id, ticket_id) WHERE (ticket_id IS NOT NULL);
CREATE INDEX reminder_of_user ON public.reminder USING btree (workspace_id, user_id, at, id) WHERE (done_at IS NULL);
alter table reminder enable row level security;
alter table reminder force row level security;
create policy own_workspace on reminder as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table removal (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  name text not null,
  removed_at timestamp with time zone not null,
  removed_by_id uuid,
  removed_by_name text not null,
  restored_at timestamp with time zone,
  constraint removal_pkey PRIMARY KEY (workspace_id, id),
  constraint removal_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
CREATE INDEX removal_age ON public.removal USING btree (workspace_id, removed_at);
CREATE INDEX removal_newest ON public.removal USING btree (workspace_id, id) WHERE (restored_at IS NULL);
CREATE INDEX removal_of_subject ON public.removal USING btree (workspace_id, subject_id) WHERE (restored_at IS NULL);
alter table removal enable row level security;
alter table removal force row level security;
create policy own_workspace on removal as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table removal_part (
  workspace_id uuid not null,
  removal_id uuid not null,
  "position" integer not null,
  of_table text not null,
  content jsonb not null,
  constraint removal_part_pkey PRIMARY KEY (workspace_id, removal_id, "position"),
  constraint removal_part_workspace_id_removal_id_fkey FOREIGN KEY (workspace_id, removal_id) REFERENCES removal(workspace_id, id) ON DELETE CASCADE,
  constraint removal_part_content_check CHECK ((jsonb_typeof(content) = 'array'::text))
);
alter table removal_part enable row level security;
alter table removal_part force row level security;
create policy own_workspace on removal_part as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table role (
  workspace_id uuid not null,
  id uuid not null,
  key text,
  name text not null,
  permissions text[] not null default '{}'::text[],
  scope text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint role_pkey PRIMARY KEY (workspace_id, id),
  constraint role_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint role_check CHECK (((key IS NULL) OR (permissions = '{}'::text[]))),
  constraint role_check1 CHECK (((key IS DISTINCT FROM 'administrator'::text) OR (scope = 'all'::text))),
  constraint role_key_check CHECK ((key = ANY (ARRAY['administrator'::text, 'lead'::text, 'agent'::text, 'observer'::text]))),
  constraint role_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint role_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'teams'::text])))
);
CREATE UNIQUE INDEX role_key_once ON public.role USING btree (workspace_id, key);
CREATE UNIQUE INDEX role_name_once ON public.role USING btree (workspace_id, lower(name));
alter table role enable row level security;
alter table role force row level security;
create policy own_workspace on role as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table routing_place (
  workspace_id uuid not null,
  ticket_id uuid not null,
  rule_id uuid not null,
  team_id uuid not null,
  user_id uuid,
  waiting_since timestamp with time zone,
  urgency smallint not null,
  team_chosen boolean not null default false,
  by_hand boolean not null default false,
  constraint routing_place_pkey PRIMARY KEY (workspace_id, ticket_id),
  constraint routing_place_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX routing_queue ON public.routing_place USING btree (workspace_id, rule_id, team_id, urgency DESC, waiting_since, ticket_id) WHERE (waiting_since IS NOT NULL);
CREATE INDEX routing_waiting ON public.routing_place USING btree (workspace_id, waiting_since, ticket_id) WHERE (waiting_since IS NOT NULL);
alter table routing_place enable row level security;
alter table routing_place force row level security;
create policy own_workspace on routing_place as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table routing_rule (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  enabled boolean not null,
  "position" integer not null,
  condition jsonb not null,
  skills jsonb not null,
  steps jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by_name text not null,
  edition integer,
  constraint routing_rule_pkey PRIMARY KEY (workspace_id, id),
  constraint routing_rule_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint routing_rule_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX routing_rule_order ON public.routing_rule USING btree (workspace_id, "position", id);
alter table routing_rule enable row level security;
alter table routing_rule force row level security;
create policy own_workspace on routing_rule as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table routing_rule_edition (
  workspace_id uuid not null,
  number integer not null,
  rule_id uuid not null,
  name text not null,
  condition jsonb not null,
  constraint routing_rule_edition_pkey PRIMARY KEY (workspace_id, number),
  constraint routing_rule_edition_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table routing_rule_edition enable row level security;
alter table routing_rule_edition force row level security;
create policy own_workspace on routing_rule_edition as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table rule (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  enabled boolean not null,
  "position" integer not null,
  trigger jsonb not null,
  condition jsonb not null,
  actions jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by_name text not null,
  constraint rule_pkey PRIMARY KEY (workspace_id, id),
  constraint rule_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint rule_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX rule_order ON public.rule USING btree (workspace_id, "position", id);
alter table rule enable row level security;
alter table rule force row level security;
create policy own_workspace on rule as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table rule_effect (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  rule_name text not null,
  rule_version integer not null,
  ticket_id uuid not null,
  action jsonb not null,
  follows text[] not null,
  state text not null,
  attempts integer not null default 0,
  problem text,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint rule_effect_pkey PRIMARY KEY (workspace_id, id),
  constraint rule_effect_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX rule_effect_of_rule ON public.rule_effect USING btree (workspace_id, rule_id, ticket_id, created_at);
CREATE INDEX rule_effect_state ON public.rule_effect USING btree (workspace_id, state, id DESC);
alter table rule_effect enable row level security;
alter table rule_effect force row level security;
create policy own_workspace on rule_effect as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table rule_secret (
  workspace_id uuid not null,
  sealed text not null,
  made_at timestamp with time zone not null,
  constraint rule_secret_pkey PRIMARY KEY (workspace_id),
  constraint rule_secret_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table rule_secret enable row level security;
alter table rule_secret force row level security;
create policy own_workspace on rule_secret as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table rule_timer (
  workspace_id uuid not null,
  rule_id uuid not null,
  ticket_id uuid not null,
  since timestamp with time zone not null,
  constraint rule_timer_pkey PRIMARY KEY (workspace_id, rule_id, ticket_id, since),
  constraint rule_timer_workspace_id_rule_id_fkey FOREIGN KEY (workspace_id, rule_id) REFERENCES rule(workspace_id, id) ON DELETE CASCADE,
  constraint rule_timer_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE
);
alter table rule_timer enable row level security;
alter table rule_timer force row level security;
create policy own_workspace on rule_timer as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table rule_use (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  ticket_id uuid,
  at timestamp with time zone not null,
  n integer not null default 1,
  constraint rule_use_pkey PRIMARY KEY (workspace_id, id)
);
CREATE INDEX rule_use_fresh ON public.rule_use USING btree (workspace_id, at) WHERE (ticket_id IS NOT NULL);
CREATE INDEX rule_use_of_rule ON public.rule_use USING btree (workspace_id, rule_id, at DESC) INCLUDE (n, ticket_id);
alter table rule_use enable row level security;
alter table rule_use force row level security;
create policy own_workspace on rule_use as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table rule_version (
  workspace_id uuid not null,
  rule_id uuid not null,
  version integer not null,
  definition jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by_name text not null,
  constraint rule_version_pkey PRIMARY KEY (workspace_id, rule_id, version),
  constraint rule_version_workspace_id_rule_id_fkey FOREIGN KEY (workspace_id, rule_id) REFERENCES rule(workspace_id, id) ON DELETE CASCADE
);
alter table rule_version enable row level security;
alter table rule_version force row level security;
create policy own_workspace on rule_version as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table saved_view (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  sharing text not null,
  owner_id uuid not null,
  team_id uuid,
  filter jsonb not null,
  sort text not null,
  sort_order text not null,
  columns text[] not null default '{}'::text[],
  "position" integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (workspace_id, id),
  constraint saved_view_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint saved_view_workspace_id_owner_id_fkey FOREIGN KEY (workspace_id, owner_id) REFERENCES user_account(workspace_id, id),
  constraint saved_view_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id) ON DELETE CASCADE,
  constraint saved_view_check CHECK (((sharing = 'team'::text) = (team_id IS NOT NULL))),
  constraint saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint saved_view_sharing_check CHECK ((sharing = ANY (ARRAY['own'::text, 'team'::text, 'everybody'::text]))),
  constraint saved_view_sort_check CHECK ((sort = ANY (ARRAY['updated'::text, 'created'::text, 'priority'::text, 'number'::text]))),
  constraint saved_view_sort_order_check CHECK ((sort_order = ANY (ARRAY['asc'::text, 'desc'::text])))
);
CREATE INDEX saved_view_of_owner ON public.saved_view USING btree (workspace_id, owner_id) WHERE (sharing = 'own'::text);
CREATE INDEX saved_view_shared ON public.saved_view USING btree (workspace_id, team_id) WHERE (sharing <> 'own'::text);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy own_workspace on saved_view as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table search_position (
  workspace_id uuid not null,
  tx xid8 not null,
  event_id uuid not null,
  tickets_below bigint,
  people_above uuid,
  organizations_above uuid,
  constraint search_position_pkey PRIMARY KEY (workspace_id),
  constraint search_position_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table search_position enable row level security;
alter table search_position force row level security;
create policy own_workspace on search_position as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table sign_in_failure (
  workspace_id uuid not null,
  subject text not null,
  tries integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_failure_pkey PRIMARY KEY (workspace_id, subject),
  constraint sign_in_failure_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint sign_in_failure_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 300))),
  constraint sign_in_failure_tries_check CHECK ((tries >= 0))
);
CREATE INDEX sign_in_failure_age ON public.sign_in_failure USING btree (workspace_id, last_at);
alter table sign_in_failure enable row level security;
alter table sign_in_failure force row level security;
create policy own_workspace on sign_in_failure as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table signature (
  workspace_id uuid not null,
  id uuid not null,
  team_id uuid,
  body text not null,
  html text,
  version integer not null default 1,
  constraint signature_pkey PRIMARY KEY (workspace_id, id),
  constraint signature_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint signature_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX signature_of_team ON public.signature USING btree (workspace_id, team_id) NULLS NOT DISTINCT;
alter table signature enable row level security;
alter table signature force row level security;
create policy own_workspace on signature as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table skill (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint skill_pkey PRIMARY KEY (workspace_id, id),
  constraint skill_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint skill_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);
CREATE UNIQUE INDEX skill_name ON public.skill USING btree (workspace_id, lower(name));
alter table skill enable row level security;
alter table skill force row level security;
create policy own_workspace on skill as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table sla_policy (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  "position" integer not null,
  active boolean not null default true,
  condition jsonb not null,
  terms jsonb not null,
  calendar_id uuid,
  by_team boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint sla_policy_pkey PRIMARY KEY (workspace_id, id),
  constraint sla_policy_workspace_id_calendar_id_fkey FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendar(workspace_id, id),
  constraint sla_policy_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint sla_policy_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX sla_policy_calendar ON public.sla_policy USING btree (workspace_id, calendar_id);
CREATE UNIQUE INDEX sla_policy_name ON public.sla_policy USING btree (workspace_id, lower(name));
alter table sla_policy enable row level security;
alter table sla_policy force row level security;
create policy own_workspace on sla_policy as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table sla_preview (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  draft jsonb not null,
  state text not null,
  looked integer not null default 0,
  total integer not null default 0,
  found jsonb not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint sla_preview_pkey PRIMARY KEY (workspace_id, id),
  constraint sla_preview_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint sla_preview_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint sla_preview_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX sla_preview_age ON public.sla_preview USING btree (workspace_id, created_at);
alter table sla_preview enable row level security;
alter table sla_preview force row level security;
create policy own_workspace on sla_preview as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table talk_script (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  steps jsonb not null,
  uses integer not null default 0,
  last_used_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  condition jsonb not null default '{"all": []}'::jsonb,
  constraint talk_script_pkey PRIMARY KEY (workspace_id, id),
  constraint talk_script_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint talk_script_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE UNIQUE INDEX talk_script_name ON public.talk_script USING btree (workspace_id, lower(name));
alter table talk_script enable row level security;
alter table talk_script force row level security;
create policy own_workspace on talk_script as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table team (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint team_pkey PRIMARY KEY (workspace_id, id),
  constraint team_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE UNIQUE INDEX team_name_once ON public.team USING btree (workspace_id, lower(name));
alter table team enable row level security;
alter table team force row level security;
create policy own_workspace on team as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table team_calendar (
  workspace_id uuid not null,
  team_id uuid not null,
  calendar_id uuid not null,
  constraint team_calendar_pkey PRIMARY KEY (workspace_id, team_id),
  constraint team_calendar_workspace_id_calendar_id_fkey FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendar(workspace_id, id) ON DELETE CASCADE,
  constraint team_calendar_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint team_calendar_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX team_calendar_of_calendar ON public.team_calendar USING btree (workspace_id, calendar_id);
alter table team_calendar enable row level security;
alter table team_calendar force row level security;
create policy own_workspace on team_calendar as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table team_member (
  workspace_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  constraint team_member_pkey PRIMARY KEY (workspace_id, team_id, user_id),
  constraint team_member_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint team_member_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id) ON DELETE CASCADE,
  constraint team_member_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX team_of_user ON public.team_member USING btree (workspace_id, user_id);
alter table team_member enable row level security;
alter table team_member force row level security;
create policy own_workspace on team_member as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table template (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  body_ru text,
  html_ru text,
  body_en text,
  html_en text,
  team_id uuid,
  tags text[] not null default '{}'::text[],
  uses integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  types text[] not null default '{}'::text[],
  last_used_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint template_pkey PRIMARY KEY (workspace_id, id),
  constraint template_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint template_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id) ON DELETE CASCADE,
  constraint template_check CHECK (((body_ru IS NOT NULL) OR (body_en IS NOT NULL))),
  constraint template_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint template_types_check CHECK ((types <@ ARRAY['question'::text, 'incident'::text, 'service_request'::text, 'problem'::text, 'change'::text, 'complaint'::text, 'task'::text]))
);
CREATE UNIQUE INDEX template_name ON public.template USING btree (workspace_id, team_id, lower(name)) NULLS NOT DISTINCT;
CREATE INDEX template_of_team ON public.template USING btree (workspace_id, team_id, id);
alter table template enable row level security;
alter table template force row level security;
create policy own_workspace on template as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table template_file (
  workspace_id uuid not null,
  template_id uuid not null,
  "position" integer not null,
  file_id uuid not null,
  constraint template_file_pkey PRIMARY KEY (workspace_id, template_id, "position"),
  constraint template_file_workspace_id_file_id_fkey FOREIGN KEY (workspace_id, file_id) REFERENCES file(workspace_id, id),
  constraint template_file_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint template_file_workspace_id_template_id_fkey FOREIGN KEY (workspace_id, template_id) REFERENCES template(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX template_file_of_file ON public.template_file USING btree (workspace_id, file_id);
alter table template_file enable row level security;
alter table template_file force row level security;
create policy own_workspace on template_file as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table template_past (
  workspace_id uuid not null,
  kind text not null,
  key text not null,
  template_id uuid not null,
  uses integer not null,
  constraint template_past_pkey PRIMARY KEY (workspace_id, kind, key, template_id),
  constraint template_past_workspace_id_template_id_fkey FOREIGN KEY (workspace_id, template_id) REFERENCES template(workspace_id, id) ON DELETE CASCADE,
  constraint template_past_key_check CHECK (((length(key) >= 1) AND (length(key) <= 60))),
  constraint template_past_kind_check CHECK ((kind = ANY (ARRAY['stem'::text, 'category'::text])))
);
CREATE INDEX template_past_of_template ON public.template_past USING btree (workspace_id, template_id);
alter table template_past enable row level security;
alter table template_past force row level security;
create policy own_workspace on template_past as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket (
  workspace_id uuid not null,
  id uuid not null,
  number bigint not null,
  type text not null,
  subject text not null,
  status text not null,
  priority text not null,
  impact text,
  urgency text,
  category_id uuid,
  channel_kind text not null,
  channel_id uuid,
  requester_id uuid not null,
  organization_id uuid,
  team_id uuid,
  assignee_id uuid,
  tags text[] not null default '{}'::text[],
  region text,
  fields jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  last_message_at timestamp with time zone not null,
  last_message_by text not null,
  preview text not null,
  message_count integer not null default 0,
  first_responded_at timestamp with time zone,
  solved_at timestamp with time zone,
  first_response_due_at timestamp with time zone,
  resolution_due_at timestamp with time zone,
  version integer not null default 1,
  before_spam text,
  merged_into uuid,
  snoozed_until timestamp with time zone,
  due_at timestamp with time zone,
  clock jsonb,
  own_status_id uuid,
  constraint ticket_pkey PRIMARY KEY (workspace_id, id),
  constraint ticket_own_status_fkey FOREIGN KEY (workspace_id, own_status_id) REFERENCES own_status(workspace_id, id),
  constraint ticket_workspace_id_assignee_id_fkey FOREIGN KEY (workspace_id, assignee_id) REFERENCES user_account(workspace_id, id),
  constraint ticket_workspace_id_category_id_fkey FOREIGN KEY (workspace_id, category_id) REFERENCES category(workspace_id, id),
  constraint ticket_workspace_id_organization_id_fkey FOREIGN KEY (workspace_id, organization_id) REFERENCES organization(workspace_id, id),
  constraint ticket_workspace_id_requester_id_fkey FOREIGN KEY (workspace_id, requester_id) REFERENCES person(workspace_id, id),
  constraint ticket_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id),
  constraint ticket_impact_check CHECK ((impact = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  constraint ticket_last_message_by_check CHECK ((last_message_by = ANY (ARRAY['customer'::text, 'agent'::text, 'system'::text]))),
  constraint ticket_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  constraint ticket_status_check CHECK ((status = ANY (ARRAY['new'::text, 'open'::text, 'pending'::text, 'on_hold'::text, 'solved'::text, 'closed'::text, 'spam'::text]))),
  constraint ticket_type_check CHECK ((type = ANY (ARRAY['question'::text, 'incident'::text, 'service_request'::text, 'problem'::text, 'change'::text, 'complaint'::text, 'task'::text]))),
  constraint ticket_urgency_check CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))
);
CREATE INDEX ticket_created ON public.ticket USING btree (workspace_id, created_at DESC, id DESC);
CREATE INDEX ticket_due ON public.ticket USING btree (workspace_id, due_at, id) WHERE (due_at IS NOT NULL);
CREATE INDEX ticket_inbox ON public.ticket USING btree (workspace_id, updated_at DESC, id DESC) WHERE (status = ANY (ARRAY['new'::text, 'open'::text, 'pending'::text, 'on_hold'::text]));
CREATE INDEX ticket_merged ON public.ticket USING btree (workspace_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX ticket_number ON public.ticket USING btree (workspace_id, number);
CREATE INDEX ticket_of_assignee ON public.ticket USING btree (workspace_id, assignee_id, updated_at DESC, id DESC) WHERE ((status = ANY (ARRAY['new'::text, 'open'::text, 'pending'::text, 'on_hold'::text])) AND (assignee_id IS NOT NULL));
CREATE INDEX ticket_of_category ON public.ticket USING btree (workspace_id, category_id, updated_at DESC, id DESC) WHERE (category_id IS NOT NULL);
CREATE INDEX ticket_of_organization ON public.ticket USING btree (workspace_id, organization_id, updated_at DESC, id DESC) WHERE (organization_id IS NOT NULL);
CREATE INDEX ticket_of_requester ON public.ticket USING btree (workspace_id, requester_id, updated_at DESC, id DESC);
CREATE INDEX ticket_of_team ON public.ticket USING btree (workspace_id, team_id, updated_at DESC, id DESC) WHERE ((status = ANY (ARRAY['new'::text, 'open'::text, 'pending'::text, 'on_hold'::text])) AND (team_id IS NOT NULL));
CREATE INDEX ticket_own_status ON public.ticket USING btree (workspace_id, own_status_id, updated_at DESC, id DESC) WHERE (own_status_id IS NOT NULL);
CREATE INDEX ticket_recent ON public.ticket USING btree (workspace_id, updated_at DESC, id DESC);
CREATE INDEX ticket_snoozed ON public.ticket USING btree (workspace_id, snoozed_until) WHERE (snoozed_until IS NOT NULL);
CREATE INDEX ticket_spam ON public.ticket USING btree (workspace_id, updated_at DESC, id DESC) WHERE (status = 'spam'::text);
CREATE INDEX ticket_tag ON public.ticket USING gin (tags) WHERE (tags <> '{}'::text[]);
CREATE INDEX ticket_unassigned ON public.ticket USING btree (workspace_id, updated_at DESC, id DESC) WHERE ((status = ANY (ARRAY['new'::text, 'open'::text, 'pending'::text, 'on_hold'::text])) AND (assignee_id IS NULL));
alter table ticket enable row level security;
alter table ticket force row level security;
create policy own_workspace on ticket as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_clock (
  workspace_id uuid not null,
  ticket_id uuid not null,
  target text not null,
  policy_id uuid not null,
  goal_ms bigint not null,
  state text not null,
  started_at timestamp with time zone not null,
  since timestamp with time zone,
  used_ms bigint not null,
  due_at timestamp with time zone,
  stopped_at timestamp with time zone,
  slowest_ms bigint,
  stage integer not null,
  alarm_at timestamp with time zone,
  breached_at timestamp with time zone,
  fired jsonb,
  step_at timestamp with time zone,
  priority text,
  constraint ticket_clock_pkey PRIMARY KEY (workspace_id, ticket_id, target),
  constraint ticket_clock_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint ticket_clock_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'stopped'::text]))),
  constraint ticket_clock_target_check CHECK (((length(target) >= 1) AND (length(target) <= 60)))
);
CREATE INDEX ticket_clock_alarm ON public.ticket_clock USING btree (workspace_id, alarm_at) WHERE (alarm_at IS NOT NULL);
CREATE INDEX ticket_clock_step ON public.ticket_clock USING btree (workspace_id, step_at) WHERE (step_at IS NOT NULL);
alter table ticket_clock enable row level security;
alter table ticket_clock force row level security;
create policy own_workspace on ticket_clock as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_follower (
  workspace_id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  constraint ticket_follower_pkey PRIMARY KEY (workspace_id, ticket_id, user_id),
  constraint ticket_follower_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint ticket_follower_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint ticket_follower_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id)
);
alter table ticket_follower enable row level security;
alter table ticket_follower force row level security;
create policy own_workspace on ticket_follower as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_handover (
  workspace_id uuid not null,
  merge_id uuid not null,
  ticket_id uuid not null,
  requester boolean not null,
  message_ids uuid[] not null,
  move_ids uuid[] not null,
  took_organization_id uuid,
  constraint ticket_handover_pkey PRIMARY KEY (workspace_id, merge_id, ticket_id),
  constraint ticket_handover_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint ticket_handover_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_handover_of_ticket ON public.ticket_handover USING btree (workspace_id, ticket_id);
alter table ticket_handover enable row level security;
alter table ticket_handover force row level security;
create policy own_workspace on ticket_handover as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_link (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  from_ticket_id uuid not null,
  to_ticket_id uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  constraint ticket_link_pkey PRIMARY KEY (workspace_id, id),
  constraint ticket_link_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint ticket_link_workspace_id_from_ticket_id_fkey FOREIGN KEY (workspace_id, from_ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint ticket_link_workspace_id_to_ticket_id_fkey FOREIGN KEY (workspace_id, to_ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint ticket_link_check CHECK ((to_ticket_id <> from_ticket_id)),
  constraint ticket_link_kind_check CHECK ((kind = ANY (ARRAY['related'::text, 'parent'::text, 'problem'::text])))
);
CREATE UNIQUE INDEX ticket_link_once ON public.ticket_link USING btree (workspace_id, from_ticket_id, to_ticket_id, kind);
CREATE UNIQUE INDEX ticket_link_one_parent ON public.ticket_link USING btree (workspace_id, from_ticket_id) WHERE (kind = 'parent'::text);
CREATE INDEX ticket_link_to ON public.ticket_link USING btree (workspace_id, to_ticket_id, kind);
alter table ticket_link enable row level security;
alter table ticket_link force row level security;
create policy own_workspace on ticket_link as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_load (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  priority text not null,
  n integer not null,
  turn uuid,
  ticket_id uuid,
  constraint ticket_load_pkey PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX ticket_load_cell ON public.ticket_load USING btree (workspace_id, user_id, priority) WHERE (ticket_id IS NULL);
CREATE INDEX ticket_load_fresh ON public.ticket_load USING btree (workspace_id, id) WHERE (ticket_id IS NOT NULL);
alter table ticket_load enable row level security;
alter table ticket_load force row level security;
create policy own_workspace on ticket_load as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_move (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  from_ticket_id uuid not null,
  to_ticket_id uuid not null,
  message_ids uuid[] not null,
  status_before text,
  snoozed_until_before timestamp with time zone,
  to_status_before text,
  follower_ids uuid[] not null default '{}'::uuid[],
  done_by uuid,
  done_by_name text not null,
  done_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  planned_ids uuid[] not null default '{}'::uuid[],
  to_own_status_before uuid,
  constraint ticket_move_pkey PRIMARY KEY (workspace_id, id),
  constraint ticket_move_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint ticket_move_workspace_id_from_ticket_id_fkey FOREIGN KEY (workspace_id, from_ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint ticket_move_workspace_id_to_ticket_id_fkey FOREIGN KEY (workspace_id, to_ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint ticket_move_check CHECK ((to_ticket_id <> from_ticket_id)),
  constraint ticket_move_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text])))
);
CREATE INDEX ticket_move_from ON public.ticket_move USING btree (workspace_id, from_ticket_id, id);
CREATE INDEX ticket_move_to ON public.ticket_move USING btree (workspace_id, to_ticket_id, id);
alter table ticket_move enable row level security;
alter table ticket_move force row level security;
create policy own_workspace on ticket_move as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_participant (
  workspace_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null,
  move_id uuid not null,
  constraint ticket_participant_pkey PRIMARY KEY (workspace_id, ticket_id, person_id, move_id),
  constraint ticket_participant_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint ticket_participant_workspace_id_move_id_fkey FOREIGN KEY (workspace_id, move_id) REFERENCES ticket_move(workspace_id, id) ON DELETE CASCADE,
  constraint ticket_participant_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES person(workspace_id, id),
  constraint ticket_participant_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_participant_person ON public.ticket_participant USING btree (workspace_id, person_id);
alter table ticket_participant enable row level security;
alter table ticket_participant force row level security;
create policy own_workspace on ticket_participant as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_recurrence (
  workspace_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  rrule text not null,
  from_date text not null,
  at_time text not null,
  zone text not null,
  calendar_id uuid,
  day_off text not null,
  missed text not null,
  paused boolean not null default false,
  next_on text,
  next_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint ticket_recurrence_pkey PRIMARY KEY (workspace_id, id),
  constraint ticket_recurrence_workspace_id_calendar_id_fkey FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendar(workspace_id, id),
  constraint ticket_recurrence_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint ticket_recurrence_workspace_id_template_id_fkey FOREIGN KEY (workspace_id, template_id) REFERENCES ticket_template(workspace_id, id) ON DELETE CASCADE,
  constraint ticket_recurrence_at_time_check CHECK ((at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint ticket_recurrence_day_off_check CHECK ((day_off = ANY (ARRAY['keep'::text, 'skip'::text, 'before'::text, 'after'::text]))),
  constraint ticket_recurrence_from_date_check CHECK ((from_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text)),
  constraint ticket_recurrence_missed_check CHECK ((missed = ANY (ARRAY['newest'::text, 'all'::text, 'none'::text]))),
  constraint ticket_recurrence_rrule_check CHECK (((length(rrule) >= 1) AND (length(rrule) <= 300)))
);
CREATE INDEX ticket_recurrence_due ON public.ticket_recurrence USING btree (workspace_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX ticket_recurrence_of_calendar ON public.ticket_recurrence USING btree (workspace_id, calendar_id) WHERE (calendar_id IS NOT NULL);
CREATE INDEX ticket_recurrence_of_template ON public.ticket_recurrence USING btree (workspace_id, template_id, id);
alter table ticket_recurrence enable row level security;
alter table ticket_recurrence force row level security;
create policy own_workspace on ticket_recurrence as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_recurrence_run (
  workspace_id uuid not null,
  recurrence_id uuid not null,
  "on" text not null,
  outcome text not null,
  ticket_id uuid,
  problem text,
  at timestamp with time zone not null,
  constraint ticket_recurrence_run_pkey PRIMARY KEY (workspace_id, recurrence_id, "on"),
  constraint ticket_recurrence_run_workspace_id_recurrence_id_fkey FOREIGN KEY (workspace_id, recurrence_id) REFERENCES ticket_recurrence(workspace_id, id) ON DELETE CASCADE,
  constraint ticket_recurrence_run_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE SET NULL (ticket_id),
  constraint ticket_recurrence_run_outcome_check CHECK ((outcome = ANY (ARRAY['opened'::text, 'missed'::text, 'failed'::text])))
);
CREATE INDEX ticket_recurrence_run_of_ticket ON public.ticket_recurrence_run USING btree (workspace_id, ticket_id) WHERE (ticket_id IS NOT NULL);
alter table ticket_recurrence_run enable row level security;
alter table ticket_recurrence_run force row level security;
create policy own_workspace on ticket_recurrence_run as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_tally (
  workspace_id uuid not null,
  id uuid not null,
  status text not null,
  team_id uuid,
  assignee_id uuid,
  n integer not null,
  folded boolean not null default false,
  snoozed boolean not null default false,
  constraint ticket_tally_pkey PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX ticket_tally_cell ON public.ticket_tally USING btree (workspace_id, status, team_id, assignee_id, snoozed) NULLS NOT DISTINCT WHERE folded;
CREATE INDEX ticket_tally_fresh ON public.ticket_tally USING btree (workspace_id, id) WHERE (NOT folded);
alter table ticket_tally enable row level security;
alter table ticket_tally force row level security;
create policy own_workspace on ticket_tally as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_tally_fold (
  workspace_id uuid not null,
  edition uuid not null,
  constraint ticket_tally_fold_pkey PRIMARY KEY (workspace_id),
  constraint ticket_tally_fold_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table ticket_tally_fold enable row level security;
alter table ticket_tally_fold force row level security;
create policy own_workspace on ticket_tally_fold as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_task (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  text text not null,
  assignee_id uuid,
  team_id uuid,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  done_by_name text,
  "position" integer not null,
  checklist_id uuid,
  checklist_name text,
  step integer,
  told_at timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by_id uuid,
  made_by_name text not null,
  version integer not null default 1,
  constraint ticket_task_pkey PRIMARY KEY (workspace_id, id),
  constraint ticket_task_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint ticket_task_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
);
CREATE INDEX ticket_task_alarm ON public.ticket_task USING btree (workspace_id, due_at) WHERE ((done_at IS NULL) AND (told_at IS NULL) AND (due_at IS NOT NULL));
CREATE INDEX ticket_task_of_assignee ON public.ticket_task USING btree (workspace_id, assignee_id, due_at, id) WHERE (done_at IS NULL);
CREATE INDEX ticket_task_of_team ON public.ticket_task USING btree (workspace_id, team_id, due_at, id) WHERE ((done_at IS NULL) AND (assignee_id IS NULL));
CREATE INDEX ticket_task_of_ticket ON public.ticket_task USING btree (workspace_id, ticket_id, "position", id);
CREATE INDEX ticket_task_open ON public.ticket_task USING btree (workspace_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (done_at IS NULL);
CREATE UNIQUE INDEX ticket_task_step ON public.ticket_task USING btree (workspace_id, ticket_id, checklist_id, step) WHERE (checklist_id IS NOT NULL);
alter table ticket_task enable row level security;
alter table ticket_task force row level security;
create policy own_workspace on ticket_task as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table ticket_template (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  subject text not null,
  body text not null,
  html text,
  type text not null,
  priority text not null,
  category_id uuid,
  team_id uuid,
  assignee_id uuid,
  tags text[] not null default '{}'::text[],
  fields jsonb not null default '{}'::jsonb,
  requester_id uuid,
  uses integer not null default 0,
  last_used_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint ticket_template_pkey PRIMARY KEY (workspace_id, id),
  constraint ticket_template_workspace_id_assignee_id_fkey FOREIGN KEY (workspace_id, assignee_id) REFERENCES user_account(workspace_id, id) ON DELETE SET NULL (assignee_id),
  constraint ticket_template_workspace_id_category_id_fkey FOREIGN KEY (workspace_id, category_id) REFERENCES category(workspace_id, id) ON DELETE SET NULL (category_id),
  constraint ticket_template_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint ticket_template_workspace_id_requester_id_fkey FOREIGN KEY (workspace_id, requester_id) REFERENCES person(workspace_id, id) ON DELETE SET NULL (requester_id),
  constraint ticket_template_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id) ON DELETE SET NULL (team_id),
  constraint ticket_template_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint ticket_template_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  constraint ticket_template_type_check CHECK ((type = ANY (ARRAY['question'::text, 'incident'::text, 'service_request'::text, 'problem'::text, 'change'::text, 'complaint'::text, 'task'::text])))
);
CREATE UNIQUE INDEX ticket_template_name ON public.ticket_template USING btree (workspace_id, lower(name));
CREATE INDEX ticket_template_of_assignee ON public.ticket_template USING btree (workspace_id, assignee_id) WHERE (assignee_id IS NOT NULL);
CREATE INDEX ticket_template_of_category ON public.ticket_template USING btree (workspace_id, category_id) WHERE (category_id IS NOT NULL);
CREATE INDEX ticket_template_of_requester ON public.ticket_template USING btree (workspace_id, requester_id) WHERE (requester_id IS NOT NULL);
CREATE INDEX ticket_template_of_team ON public.ticket_template USING btree (workspace_id, team_id) WHERE (team_id IS NOT NULL);
alter table ticket_template enable row level security;
alter table ticket_template force row level security;
create policy own_workspace on ticket_template as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table time_entry (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  minutes integer not null,
  note text not null,
  spent_at timestamp with time zone not null,
  by_timer boolean not null,
  hourly_rate numeric(12,2),
  currency text,
  made_at timestamp with time zone not null,
  version integer not null default 1,
  constraint time_entry_pkey PRIMARY KEY (workspace_id, id),
  constraint time_entry_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint time_entry_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint time_entry_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id),
  constraint time_entry_minutes_check CHECK (((minutes >= 1) AND (minutes <= 100000)))
);
CREATE INDEX time_entry_of_ticket ON public.time_entry USING btree (workspace_id, ticket_id, spent_at, id);
CREATE INDEX time_entry_of_user ON public.time_entry USING btree (workspace_id, user_id, spent_at);
CREATE INDEX time_entry_spent ON public.time_entry USING btree (workspace_id, spent_at, id);
alter table time_entry enable row level security;
alter table time_entry force row level security;
create policy own_workspace on time_entry as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table time_rate (
  workspace_id uuid not null,
  role_id uuid not null,
  hourly numeric(12,2) not null,
  constraint time_rate_pkey PRIMARY KEY (workspace_id, role_id),
  constraint time_rate_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint time_rate_workspace_id_role_id_fkey FOREIGN KEY (workspace_id, role_id) REFERENCES role(workspace_id, id) ON DELETE CASCADE,
  constraint time_rate_hourly_check CHECK ((hourly >= (0)::numeric))
);
alter table time_rate enable row level security;
alter table time_rate force row level security;
create policy own_workspace on time_rate as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table time_rate_setting (
  workspace_id uuid not null,
  hourly numeric(12,2),
  currency text not null,
  version integer not null default 1,
  constraint time_rate_setting_pkey PRIMARY KEY (workspace_id),
  constraint time_rate_setting_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint time_rate_setting_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint time_rate_setting_hourly_check CHECK ((hourly >= (0)::numeric))
);
alter table time_rate_setting enable row level security;
alter table time_rate_setting force row level security;
create policy own_workspace on time_rate_setting as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table time_timer (
  workspace_id uuid not null,
  user_id uuid not null,
  ticket_id uuid not null,
  started_at timestamp with time zone not null,
  note text not null,
  constraint time_timer_pkey PRIMARY KEY (workspace_id, user_id),
  constraint time_timer_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint time_timer_workspace_id_ticket_id_fkey FOREIGN KEY (workspace_id, ticket_id) REFERENCES ticket(workspace_id, id) ON DELETE CASCADE,
  constraint time_timer_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id)
);
CREATE INDEX time_timer_of_ticket ON public.time_timer USING btree (workspace_id, ticket_id);
alter table time_timer enable row level security;
alter table time_timer force row level security;
create policy own_workspace on time_timer as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table user_account (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  email text not null,
  email_key text not null,
  password_hash text not null,
  role_id uuid not null,
  active boolean not null default true,
  locale text not null,
  theme text not null default 'auto'::text,
  totp_secret text,
  totp_enabled_at timestamp with time zone,
  totp_last_step bigint not null default 0,
  last_seen_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint user_account_pkey PRIMARY KEY (workspace_id, id),
  constraint user_account_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint user_account_workspace_id_role_id_fkey FOREIGN KEY (workspace_id, role_id) REFERENCES role(workspace_id, id),
  constraint user_account_check CHECK (((totp_enabled_at IS NULL) OR (totp_secret IS NOT NULL))),
  constraint user_account_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint user_account_email_key_check CHECK (((length(email_key) >= 3) AND (length(email_key) <= 300))),
  constraint user_account_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text]))),
  constraint user_account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint user_account_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  constraint user_account_theme_check CHECK ((theme = ANY (ARRAY['auto'::text, 'light'::text, 'dark'::text])))
);
CREATE INDEX user_by_name ON public.user_account USING btree (workspace_id, lower(name), id);
CREATE UNIQUE INDEX user_email_once ON public.user_account USING btree (workspace_id, email_key);
CREATE INDEX user_of_role ON public.user_account USING btree (workspace_id, role_id);
alter table user_account enable row level security;
alter table user_account force row level security;
create policy own_workspace on user_account as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table user_away (
  workspace_id uuid not null,
  user_id uuid not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint user_away_pkey PRIMARY KEY (workspace_id, user_id),
  constraint user_away_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint user_away_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint user_away_check CHECK ((until > since))
);
CREATE INDEX user_away_alarm ON public.user_away USING btree (workspace_id, until) WHERE (until IS NOT NULL);
alter table user_away enable row level security;
alter table user_away force row level security;
create policy own_workspace on user_away as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table user_session (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  secret_hash bytea not null,
  user_agent text,
  ip text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint user_session_pkey PRIMARY KEY (workspace_id, id),
  constraint user_session_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint user_session_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint user_session_secret_hash_check CHECK ((length(secret_hash) = 32)),
  constraint user_session_user_agent_check CHECK ((length(user_agent) <= 300))
);
CREATE INDEX session_age ON public.user_session USING btree (workspace_id, expires_at);
CREATE INDEX session_of_user ON public.user_session USING btree (workspace_id, user_id);
CREATE UNIQUE INDEX session_secret_once ON public.user_session USING btree (workspace_id, secret_hash);
alter table user_session enable row level security;
alter table user_session force row level security;
create policy own_workspace on user_session as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table work_schedule (
  workspace_id uuid not null,
  user_id uuid not null,
  calendar_id uuid,
  zone text,
  week jsonb,
  version integer not null default 1,
  constraint work_schedule_pkey PRIMARY KEY (workspace_id, user_id),
  constraint work_schedule_workspace_id_calendar_id_fkey FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendar(workspace_id, id),
  constraint work_schedule_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint work_schedule_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id) REFERENCES user_account(workspace_id, id) ON DELETE CASCADE,
  constraint work_schedule_check CHECK (((zone IS NULL) = (week IS NULL))),
  constraint work_schedule_check1 CHECK (((calendar_id IS NULL) <> (week IS NULL))),
  constraint work_schedule_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 60)))
);
CREATE INDEX work_schedule_of_calendar ON public.work_schedule USING btree (workspace_id, calendar_id);
alter table work_schedule enable row level security;
alter table work_schedule force row level security;
create policy own_workspace on work_schedule as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table workflow (
  workspace_id uuid not null,
  type text not null,
  definition jsonb not null,
  version integer not null default 1,
  constraint workflow_pkey PRIMARY KEY (workspace_id, type),
  constraint workflow_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table workflow enable row level security;
alter table workflow force row level security;
create policy own_workspace on workflow as permissive for all to public using ((workspace_id = current_workspace())) with check ((workspace_id = current_workspace()));

create table workspace (
  id uuid not null,
  slug text not null,
  name text not null,
  locale text not null,
  time_zone text not null,
  settings jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint workspace_pkey PRIMARY KEY (id),
  constraint workspace_slug_key UNIQUE (slug),
  constraint workspace_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text]))),
  constraint workspace_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint workspace_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);
