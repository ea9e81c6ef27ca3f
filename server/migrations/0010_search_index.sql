-- The search index stands in a schema of its own, without row-level security: PostgreSQL does not let a condition that is
-- not leakproof (@@, like, %) use an index below a row policy, so a guarded table would be read from end to end
-- (docs/decisions/0111). It is read by the functions of this schema only, and each of them names the workspace of the
-- connection itself. What is found is read from the guarded tables again.
create schema search_index;

-- One row a ticket: the words of its subject, people, notes and messages, as weights A to D, and marks (rules/document.ts).
create table search_index.ticket (
  workspace_id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  words tsvector not null,
  primary key (workspace_id, ticket_id)
);
-- Compressed, but not put elsewhere: whoever finds a ticket looks at its words again.
alter table search_index.ticket alter column words set storage main;
-- The list of what is not yet sorted in is emptied by the worker, in a statement of its own, long before it is so long.
create index ticket_words on search_index.ticket using gin (words) with (gin_pending_list_limit = 16384);

-- One row a person or organization: the name, and in one line also addresses and digits of phones.
create table search_index.card (
  workspace_id uuid not null,
  kind text not null check (kind in ('person', 'organization')),
  id uuid not null,
  at timestamptz not null,
  name text not null collate "C",
  line text not null collate "C",
  primary key (workspace_id, kind, id)
);
create index card_beginning on search_index.card (workspace_id, line);

-- The words there are, and in about how many tickets: counted by chance, the more there are the rarer.
create table search_index.word (
  workspace_id uuid not null,
  word text not null collate "C",
  n int not null,
  primary key (workspace_id, word)
) with (fillfactor = 80);

do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index card_line on search_index.card using gin (line gin_trgm_ops);
    create index card_name on search_index.card using gin (name gin_trgm_ops);
    create index word_like on search_index.word using gin (word gin_trgm_ops);
  end if;
end
$$;

-- How far the index follows the event log, and down to which ticket it has read what was there before.
create table search_position (
  workspace_id uuid not null references workspace,
  tx xid8 not null,
  event_id uuid not null,
  tickets_below bigint,
  people_above uuid,
  organizations_above uuid,
  primary key (workspace_id)
);
call otklik_guard('search_position');

-- The newest that have the words and came before a moment.
create function search_index.tickets_with(asked tsquery, until timestamptz, most int)
  returns table (ticket_id uuid, at timestamptz)
  language sql stable
  set enable_seqscan = off
  set enable_indexscan = off
  as $$
    select ticket_id, at from search_index.ticket
    where workspace_id = current_workspace() and words @@ asked and at <= until
    order by at desc, ticket_id desc limit most
  $$;

-- Those of tickets named by id that have the words.
create function search_index.tickets_among(ids uuid[], asked tsquery)
  returns table (ticket_id uuid)
  language sql stable
  as $$
    select ticket_id from search_index.ticket
    where workspace_id = current_workspace() and ticket_id = any(ids) and words @@ asked
  $$;

-- How well tickets named by id fit.
create function search_index.tickets_fitting(ids uuid[], best tsquery, good tsquery, fair tsquery)
  returns table (ticket_id uuid, score int)
  language sql stable
  as $$
    select ticket_id, (words @@ best)::int * 4 + (words @@ good)::int * 2 + (words @@ fair)::int
    from search_index.ticket where workspace_id = current_workspace() and ticket_id = any(ids)
  $$;

create function search_index.known_words(asked text[])
  returns table (word text, n int)
  language sql stable
  as $$ select word, n from search_index.word where workspace_id = current_workspace() and word = any(asked) $$;

create function search_index.words_beginning(beginning text, most int)
  returns table (word text, n int)
  language sql stable
  as $$
    select word, n from search_index.word
    where workspace_id = current_workspace() and word >= beginning and word < beginning || U&'\FFFF'
    order by n desc limit most
  $$;

-- Needs pg_trgm; asked only where it is there.
create function search_index.words_near(asked text[], most int)
  returns table (typed text, word text, n int)
  language plpgsql stable
  as $$
begin
  return query
    select each, near.word, near.n from unnest($1) as each, lateral (
      select w.word, w.n from search_index.word w
      where w.workspace_id = current_workspace() and w.word % each and abs(length(w.word) - length(each)) < 3
      order by similarity(w.word, each) desc, w.n desc limit most) as near;
end
$$;

-- Cards whose line has every one of the patterns. The index takes the first three; more than that nobody is called.
create function search_index.cards_like(kinds text[], patterns text[], most int)
  returns table (kind text, id uuid, at timestamptz, line text)
  language sql stable
  set enable_seqscan = off
  as $$
    select kind, id, at, line from search_index.card
    where workspace_id = current_workspace() and kind = any(kinds)
      and line like patterns[1] and line like coalesce(patterns[2], patterns[1])
      and line like coalesce(patterns[3], patterns[1]) and line like all(patterns)
    order by at desc, id desc limit most
  $$;

create function search_index.cards_beginning(kinds text[], beginning text, most int)
  returns table (kind text, id uuid, at timestamptz, line text)
  language sql stable
  as $$
    select kind, id, at, line from search_index.card
    where workspace_id = current_workspace() and kind = any(kinds)
      and line >= beginning and line < beginning || U&'\FFFF'
    limit most
  $$;

-- Whose name is nearly so. Needs pg_trgm.
create function search_index.cards_near(kinds text[], asked text, most int)
  returns table (kind text, id uuid, at timestamptz, line text)
  language plpgsql stable
  as $$
begin
  return query
    select c.kind, c.id, c.at, c.line from search_index.card c
    where c.workspace_id = current_workspace() and c.kind = any(kinds) and asked <% c.name
    order by word_similarity(asked, c.name) desc, c.at desc limit most;
end
$$;
