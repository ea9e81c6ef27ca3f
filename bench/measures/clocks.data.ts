/** Statements of `clocks.ts`, as superuser: what the product would write by a hundred thousand requests. */

export const openAll = `
set session_replication_role = replica; set synchronous_commit = off;
update ticket set status = 'open', solved_at = null where status <> 'open'`;

/** Each is due in one to ten days, after a warning; nothing that is measured here rings by itself. */
export const clocks = `
truncate ticket_clock;
insert into ticket_clock (workspace_id, ticket_id, target, policy_id, goal_ms, state, started_at, since, used_ms, due_at, stage, alarm_at, priority)
select ticket.workspace_id, ticket.id, 'resolution', sla_policy.id, 3600000, 'running', due - interval '1 hour', due - interval '1 hour', 0, due, 0,
  due - interval '12 minutes', ticket.priority
from ticket join sla_policy using (workspace_id),
lateral (select now() + interval '1 day' + (number % 777600) * interval '1 second' as due) as own
where number <= 100000;
analyze ticket_clock`;

/** From $1 on: warnings of ten tickets a second and breaches of ten more, for thirty seconds; then three hundred breaches together. */
export const plan = `
with chosen as (
  select workspace_id, id, number, number <= 300 or number > 600 as breaks, number > 600 as burst,
    $1::timestamptz + case when number > 600 then interval '33 seconds' else number % 300 * interval '100 milliseconds'
      + case when number > 300 then interval '50 milliseconds' else interval '0' end end as at
  from ticket where number <= 900
), moved as (
  update ticket_clock as clock set alarm_at = at, stage = case when breaks then 1 else 0 end,
    due_at = case when breaks then at else at + interval '12 minutes' end,
    started_at = case when breaks then at else at + interval '12 minutes' end - interval '1 hour',
    since = case when breaks then at else at + interval '12 minutes' end - interval '1 hour'
  from chosen where clock.workspace_id = chosen.workspace_id and clock.ticket_id = chosen.id
  returning clock.ticket_id, breaks, burst, at)
select ticket_id, case when breaks then 'sla.breached' else 'sla.warned' end as name, burst, at from moved order by at`;

export const told = `
select id, ticket_id, name from event
where workspace_id = (select id from workspace) and name in ('sla.warned', 'sla.breached')
  and id > overlay(overlay('00000000-0000-7000-8000-000000000000' placing
    substr(lpad(to_hex((extract(epoch from $1::timestamptz) * 1000)::bigint), 12, '0'), 1, 8) from 1 for 8) placing
    substr(lpad(to_hex((extract(epoch from $1::timestamptz) * 1000)::bigint), 12, '0'), 9, 4) from 10 for 4)::uuid`;

/** Nine more targets for every ticket; every tenth clock waits, and every twentieth has a step of escalation before it. */
export const million = `
insert into ticket_clock (workspace_id, ticket_id, target, policy_id, goal_ms, state, started_at, since, used_ms, due_at, stage, alarm_at, step_at, priority)
select workspace_id, ticket_id, 'own_' || n, policy_id, goal_ms, case when waits then 'paused' else 'running' end, started_at,
  case when waits then null else since end, case when waits then 60000 else 0 end,
  case when not waits then due_at + n * interval '1 second' end, 0, case when not waits then alarm_at + n * interval '1 second' end,
  case when not waits and (hashtextextended(ticket_id::text, n) & 15) = 0 then alarm_at - interval '5 minutes' end, priority
from ticket_clock, generate_series(1, 9) as n, lateral (select (hashtextextended(ticket_id::text, n + 50) & 7) = 0 as waits) as own
where target = 'resolution';`;

/** As a database that has had its quiet moments: after a million rows it would still be writing them. */
export const settled = ['vacuum (analyze) ticket_clock', 'checkpoint'];

/** How many clocks are open, and a moment at which some of them ring. */
export const extent = `
select workspace_id as id, count(*) filter (where state <> 'stopped') as clocks, now() + interval '1 day' as soon from ticket_clock group by workspace_id`;
