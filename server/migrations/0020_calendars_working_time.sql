-- When a company works. A calendar is read as a whole and compiled, so its days stand in its row.
create table calendar (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  zone text not null check (length(zone) between 1 and 60),
  -- {"mon": [["09:00", "18:00"]], …}
  week jsonb not null,
  -- By 2026-01-01 or, every year, 01-01: {"kind": "off" | "hours" | "short" | "working", "spans"?, "minutes"?, "name"}
  days jsonb not null default '{}',
  -- Whose production calendar it follows; its own days are stronger.
  country text check (country in ('ru')),
  is_default boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index calendar_name on calendar (workspace_id, lower(name));
create unique index calendar_default on calendar (workspace_id) where is_default;
call otklik_guard('calendar');

-- A team that works by another calendar than the default one.
create table team_calendar (
  workspace_id uuid not null references workspace,
  team_id uuid not null,
  calendar_id uuid not null,
  primary key (workspace_id, team_id),
  foreign key (workspace_id, team_id) references team on delete cascade,
  foreign key (workspace_id, calendar_id) references calendar on delete cascade
);
create index team_calendar_of_calendar on team_calendar (workspace_id, calendar_id);
call otklik_guard('team_calendar');

do $$
declare
  company record;
begin
  for company in select id, locale, time_zone from workspace loop
    perform set_config('otklik.workspace', company.id::text, true);
    insert into calendar (workspace_id, id, name, zone, week, country, is_default, created_at)
      values (company.id, gen_random_uuid(),
        case company.locale when 'ru' then 'Рабочее время' else 'Working hours' end,
        company.time_zone,
        '{"mon":[["09:00","18:00"]],"tue":[["09:00","18:00"]],"wed":[["09:00","18:00"]],"thu":[["09:00","18:00"]],"fri":[["09:00","18:00"]]}',
        case company.locale when 'ru' then 'ru' end,
        true, now());
  end loop;
  perform set_config('otklik.workspace', '', true);
end $$;
