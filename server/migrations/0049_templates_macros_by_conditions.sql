-- Which tickets a macro is offered for is a tree of conditions, as rules and scripts have it.
alter table macro add column condition jsonb not null default '{"all": []}';
