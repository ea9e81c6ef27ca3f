/**
 * Statements of the generator. $1 is the workspace everywhere; ids are made from numbers, so that parts know each other.
 * The functions use each argument once: only so does PostgreSQL write them into the statement instead of calling them.
 */

/** UUIDv7 of a moment and a name: in the order of time, as the product's own. */
export const functions = `
create or replace function pg_temp.bench_id(at timestamptz, name text) returns uuid language sql immutable as $$
  select overlay(overlay(md5(name) placing lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' from 1 for 13)
    placing '8' from 17 for 1)::uuid $$;
create or replace function pg_temp.bench_hash(n bigint, salt int) returns int language sql immutable as $$
  select (hashint8extended(n, salt) & 2147483647)::int $$;`;

export const users = `
insert into user_account (workspace_id, id, name, email, email_key, password_hash, role_id, active, locale, created_at)
select $1, pg_temp.bench_id('2023-01-01', 'user' || n), 'Агент ' || n, 'agent' || n || '@bench.example', 'agent' || n || '@bench.example',
  (select password_hash from user_account where workspace_id = $1 order by created_at limit 1),
  (select id from role where workspace_id = $1 and key = 'agent'), true, 'ru', '2023-01-01'
from generate_series(1, $2::int) as n`;

export const teams = `
insert into team (workspace_id, id, name, created_at)
select $1, pg_temp.bench_id('2023-01-01', 'team' || n), 'Линия ' || n, '2023-01-01' from generate_series(1, $2::int) as n`;

/** Everybody in one team, every tenth in two. */
export const members = `
insert into team_member (workspace_id, team_id, user_id)
select distinct $1::uuid, pg_temp.bench_id('2023-01-01', 'team' || (1 + (n + extra * 7) % $3::int)), pg_temp.bench_id('2023-01-01', 'user' || n)
from generate_series(1, $2::int) as n, generate_series(0, 1) as extra where extra = 0 or n % 10 = 0`;

export const organizations = `
insert into organization (workspace_id, id, name, created_at)
select $1, pg_temp.bench_id('2023-01-01', 'organization' || n), 'ООО «Пример ' || n || '»', '2023-01-01' from generate_series(1, $2::int) as n`;

export const people = `
insert into person (workspace_id, id, name, organization_id, locale, created_at)
select $1, pg_temp.bench_id('2023-01-01', 'person' || n), ($4::text[])[1 + n % cardinality($4::text[])] || ' ' || n,
  case when n % 3 > 0 then pg_temp.bench_id('2023-01-01', 'organization' || (1 + n % $3::int)) end,
  case n % 2 when 0 then 'ru' else 'en' end, '2023-01-01'
from generate_series(1, $2::int) as n`;

export const contacts = `
insert into contact (workspace_id, id, person_id, kind, value, normalized, created_at)
select $1, pg_temp.bench_id('2023-01-02', 'contact' || n), pg_temp.bench_id('2023-01-01', 'person' || n), 'email',
  'person' || n || '@customer' || n % 400 || '.example', 'person' || n || '@customer' || n % 400 || '.example', '2023-01-01'
from generate_series(1, $2::int) as n`;

export const categories = `
insert into category (workspace_id, id, name)
select $1, pg_temp.bench_id('2023-01-01', 'category' || n), 'Тема ' || n from generate_series(1, 40) as n`;

/**
 * Tickets $2 to $3 of $4, of $9 days from $8 on, drawn once so that messages and events agree with them. 97 % are solved or closed, the newest
 * are open more often; some people, teams and tags have far more than others (a square of an even share). An agent works
 * in the team that he is a member of.
 */
export const drawn = `
create temporary table drawn on commit drop as
select n, pg_temp.bench_id(created_at, 'ticket' || n) as id, created_at, created_at + spent as updated_at, r.*,
  case when team = 1 and place = 0 then $6::int else team - 1 + place * $7::int end as agent,
  case when is_open then (array['new', 'open', 'open', 'pending', 'on_hold'])[1 + s % 5]
    else (array['solved', 'closed', 'closed', 'closed'])[1 + s % 4] end as status
from (
  select n, timestamptz '$8' + (n::float8 / $4 * interval '$9 days') + (pg_temp.bench_hash(n, 1) % 60000) * interval '1 ms' as created_at
  from generate_series($2::bigint, $3::bigint) as n) as base,
lateral (
  select pg_temp.bench_hash(n, 2) as s,
    pg_temp.bench_hash(n, 3) % 1000 < case when n > $4 * 0.9 then 210 else 10 end as is_open,
    1 + floor(power(pg_temp.bench_hash(n, 4) / 2147483648.0, 2) * $5::int)::int as person,
    1 + floor(power(pg_temp.bench_hash(n, 5) / 2147483648.0, 2) * $7::int)::int as team,
    pg_temp.bench_hash(n, 6) % ($6::int / $7::int) as place,
    (pg_temp.bench_hash(n, 7) % 600000) * interval '1 second' as spent,
    1 + floor(power(pg_temp.bench_hash(n, 8) / 2147483648.0, 3) * 60)::int as tag,
    pg_temp.bench_hash(n, 9) as t, n % 2 = 0 as russian) as r`;

export const tickets = `
insert into ticket (workspace_id, id, number, type, subject, status, priority, category_id, channel_kind, channel_id, requester_id,
  organization_id, team_id, assignee_id, tags, created_at, updated_at, last_message_at, last_message_by, preview, message_count,
  first_responded_at, solved_at, version)
select $1, id, n, (array['question', 'question', 'incident', 'service_request', 'complaint'])[1 + t % 5],
  replace(case when russian then ($2::text[])[1 + t % cardinality($2::text[])] else ($3::text[])[1 + t % cardinality($3::text[])] end, '{n}', n::text),
  status, (array['low', 'normal', 'normal', 'normal', 'normal', 'high', 'urgent'])[1 + s % 7],
  case when t % 4 > 0 then pg_temp.bench_id('2023-01-01', 'category' || (1 + t % 40)) end, 'email', $4::uuid,
  pg_temp.bench_id('2023-01-01', 'person' || person),
  case when person % 3 > 0 then pg_temp.bench_id('2023-01-01', 'organization' || (1 + person % $5::int)) end,
  case when t % 10 > 0 then pg_temp.bench_id('2023-01-01', 'team' || team) end,
  case when not is_open or s % 6 > 0 then pg_temp.bench_id('2023-01-01', 'user' || agent) end,
  case t % 3 when 0 then '{}' when 1 then array['тема' || tag] else array['тема' || tag, 'vip'] end,
  created_at, updated_at, updated_at, case s % 2 when 0 then 'customer' else 'agent' end,
  left(($6::text[])[1 + t % cardinality($6::text[])], 200), 3, created_at + spent / 3, case when not is_open then updated_at end, 4
from drawn`;

/** What the customer wrote, the answer, and the thanks. */
export const messages = `
insert into message (workspace_id, id, ticket_id, visibility, direction, author_kind, author_id, author_name, author_address,
  channel_kind, channel_id, body, quoted, mail, created_at)
select $1, pg_temp.bench_id(created_at + spent * k / 3, 'message' || n || '.' || k), id, 'public', case k when 1 then 'out' else 'in' end,
  case k when 1 then 'user' else 'person' end,
  case k when 1 then pg_temp.bench_id('2023-01-01', 'user' || agent) else pg_temp.bench_id('2023-01-01', 'person' || person) end,
  case k when 1 then 'Агент ' || agent else 'Клиент ' || person end,
  case k when 1 then null else 'person' || person || '@customer' || person % 400 || '.example' end, 'email', $2::uuid,
  replace((select string_agg(($3::text[])[1 + pg_temp.bench_hash(n * 3 + k, 20 + line) % cardinality($3::text[])], chr(10))
    from generate_series(1, 3 + t % 6) as line), '{n}', n::text),
  case when k > 0 then '> ' || ($3::text[])[1 + t % cardinality($3::text[])] end,
  jsonb_build_object('messageId', '<' || n || '.' || k || '@generated.example>', 'from', 'person' || person || '@customer.example',
    'to', jsonb_build_array('support@localhost'), 'cc', '[]'::jsonb, 'subject', 'Re: ' || n, 'authentication', null),
  created_at + spent * k / 3
from drawn, generate_series(0, 2) as k`;

export const references = `
insert into mail_reference (workspace_id, message_id, ticket_id, ticket_message_id)
select $1, '<' || n || '.' || k || '@generated.example>', id, pg_temp.bench_id(created_at + spent * k / 3, 'message' || n || '.' || k)
from drawn, generate_series(0, 2) as k`;

export const events = `
insert into event (workspace_id, id, name, ticket_id, person_id, actor_kind, actor_id, actor_name, changes, payload, at)
select $1, pg_temp.bench_id(created_at + spent * k / 6, 'event' || n || '.' || k),
  (array['ticket.opened', 'message.received', 'ticket.assigned', 'message.written', 'message.received', 'ticket.status-changed'])[k + 1], id,
  case when k in (0, 1, 4) then pg_temp.bench_id('2023-01-01', 'person' || person) end,
  case when k in (0, 1, 4) then 'system' else 'user' end,
  case when k in (2, 3, 5) then pg_temp.bench_id('2023-01-01', 'user' || agent) end,
  case when k in (2, 3, 5) then 'Агент ' || agent else 'mail' end,
  case k when 2 then jsonb_build_array(jsonb_build_object('field', 'assignee', 'from', null,
      'to', jsonb_build_object('id', pg_temp.bench_id('2023-01-01', 'user' || agent), 'name', 'Агент ' || agent)))
    when 5 then jsonb_build_array(jsonb_build_object('field', 'status', 'from', 'open', 'to', status)) end,
  case when k = 0 then jsonb_build_object('ticketId', id, 'number', n)
    when k in (1, 3, 4) then jsonb_build_object('ticketId', id, 'messageId',
      pg_temp.bench_id(created_at + spent * (k / 2) / 3, 'message' || n || '.' || k / 2))
    else jsonb_build_object('ticketId', id) end,
  created_at + spent * k / 6
from drawn, generate_series(0, 5) as k`;

export const tally = `
insert into ticket_tally (workspace_id, id, status, team_id, assignee_id, n, folded)
select workspace_id, gen_random_uuid(), status, team_id, assignee_id, count(*), true
from ticket where workspace_id = $1 group by workspace_id, status, team_id, assignee_id`;

export const tallyEdition = `
insert into ticket_tally_fold (workspace_id, edition) values ($1, gen_random_uuid())
on conflict (workspace_id) do update set edition = excluded.edition`;

export const filledTables = ['ticket', 'message', 'mail_reference', 'event'] as const;

/** Indexes that are quicker made afterwards than kept while millions of rows come; keys stay. */
export const secondaryIndexes = `
select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
where indrelid = any($1::text[]::regclass[]) and not indisunique`;
