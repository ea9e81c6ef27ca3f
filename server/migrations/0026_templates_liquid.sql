-- Templates speak Liquid now. What looked like code and was none stays as it was typed.
alter table template no force row level security;
update template set
  body_ru = regexp_replace(body_ru, '(\{%|\{\{(?!\s*[a-z][a-z_]*(\.[a-z][a-z_]*)*\s*\}\}))', '{% raw %}\1{% endraw %}', 'g'),
  html_ru = regexp_replace(html_ru, '(\{%|\{\{(?!\s*[a-z][a-z_]*(\.[a-z][a-z_]*)*\s*\}\}))', '{% raw %}\1{% endraw %}', 'g'),
  body_en = regexp_replace(body_en, '(\{%|\{\{(?!\s*[a-z][a-z_]*(\.[a-z][a-z_]*)*\s*\}\}))', '{% raw %}\1{% endraw %}', 'g'),
  html_en = regexp_replace(html_en, '(\{%|\{\{(?!\s*[a-z][a-z_]*(\.[a-z][a-z_]*)*\s*\}\}))', '{% raw %}\1{% endraw %}', 'g')
where concat(body_ru, html_ru, body_en, html_en) ~ '\{[{%]';

alter table template
  -- Types of tickets that it is offered for; none: all.
  add column types text[] not null default '{}'
    check (types <@ array['question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task']),
  add column last_used_at timestamptz,
  -- When its words were last looked over.
  add column changed_at timestamptz;
update template set changed_at = created_at;
alter table template force row level security;
alter table template alter column changed_at set not null;

-- What is sent along with the answer.
create table template_file (
  workspace_id uuid not null references workspace,
  template_id uuid not null,
  position int not null,
  file_id uuid not null,
  primary key (workspace_id, template_id, position),
  foreign key (workspace_id, template_id) references template on delete cascade,
  foreign key (workspace_id, file_id) references file
);
create index template_file_of_file on template_file (workspace_id, file_id);
call otklik_guard('template_file');

-- How often a template answered requests with a word, or of a category. Counters: they grow with the language, not
-- with the tickets.
create table template_past (
  workspace_id uuid not null,
  kind text not null check (kind in ('stem', 'category')),
  key text not null check (length(key) between 1 and 60),
  template_id uuid not null,
  uses int not null,
  primary key (workspace_id, kind, key, template_id),
  foreign key (workspace_id, template_id) references template on delete cascade
);
create index template_past_of_template on template_past (workspace_id, template_id);
call otklik_guard('template_past');
