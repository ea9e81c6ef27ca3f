-- Which tickets a talk script is for is a tree of conditions, as rules have it; types and a category were two of them.
alter table talk_script no force row level security;
alter table talk_script add column condition jsonb not null default '{"all": []}';
update talk_script set condition = jsonb_build_object('all',
  case when types = '{}' then '[]'::jsonb
    else jsonb_build_array(jsonb_build_object('field', 'type', 'operator', 'in', 'values', to_jsonb(types))) end
  || case when category_id is null then '[]'::jsonb
    else jsonb_build_array(jsonb_build_object('field', 'category', 'operator', 'in', 'values', jsonb_build_array(category_id))) end);
alter table talk_script force row level security;
-- No release has had these columns.
alter table talk_script drop column types, drop column category_id;
