-- Every wording that a routing rule has had, for good: the history of a ticket names the rules that passed it by with two small
-- numbers instead of repeating their names and conditions a million times.
create table routing_rule_edition (
  workspace_id uuid not null references workspace,
  number int not null,
  rule_id uuid not null,
  name text not null,
  condition jsonb not null,
  primary key (workspace_id, number)
);
call otklik_guard('routing_rule_edition');

-- Null: put back from before there were editions, and not changed since.
alter table routing_rule add column edition int;

update routing_rule set edition = numbered.number
from (
  select workspace_id, id, row_number() over (partition by workspace_id order by position, id)::int as number from routing_rule
) numbered
where routing_rule.workspace_id = numbered.workspace_id and routing_rule.id = numbered.id;

insert into routing_rule_edition (workspace_id, number, rule_id, name, condition)
select workspace_id, edition, id, name, condition from routing_rule;
