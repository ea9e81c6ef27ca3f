import { Client } from 'pg';

/**
 * A text of everything in the schema `public`, from the catalogue, the same for the same schema on
 * any server and in any order of creation. Meant to be read and compared, not to be run.
 */
export async function dumpSchema(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Definitions come without a schema's name, and defaults in one spelling.
    await client.query(
      `set search_path = public; set timezone = 'UTC'; set quote_all_identifiers = off`,
    );
    const parts: string[] = [];
    for (const section of sections) {
      const { rows } = await client.query<{ text: string }>(section);
      parts.push(...rows.map((row) => row.text.trim()));
    }
    return `${parts.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

const notOfExtension = (classId: string, oid: string): string =>
  `not exists (select from pg_depend d
     where d.classid = '${classId}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

const extensions = `
  select format('create extension %s;', extname) as text
    from pg_extension where extname <> 'plpgsql' order by extname`;

const types = `
  select format('create type %I as enum (%s);', t.typname,
           (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
              from pg_enum e where e.enumtypid = t.oid)) as text
    from pg_type t
   where t.typnamespace = 'public'::regnamespace and t.typtype = 'e'
     and ${notOfExtension('pg_type', 't.oid')}
   order by t.typname`;

const domains = `
  select format('create domain %I as %s%s%s;', t.typname, format_type(t.typbasetype, t.typtypmod),
           case when t.typnotnull then ' not null' else '' end,
           (select string_agg(' ' || pg_get_constraintdef(c.oid), '' order by c.conname)
              from pg_constraint c where c.contypid = t.oid and c.contype = 'c')) as text
    from pg_type t
   where t.typnamespace = 'public'::regnamespace and t.typtype = 'd'
     and ${notOfExtension('pg_type', 't.oid')}
   order by t.typname`;

const functions = `
  select pg_get_functiondef(p.oid) || ';' as text
    from pg_proc p
   where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
     and ${notOfExtension('pg_proc', 'p.oid')}
   order by p.proname, pg_get_function_identity_arguments(p.oid)`;

const sequences = `
  select format('create sequence %I;', c.relname) as text
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
     and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
   order by c.relname`;

const columns = `
  select string_agg(format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
           case when a.attcollation <> t.typcollation
                then ' collate ' || quote_ident(l.collname) else '' end,
           case when a.attnotnull then ' not null' else '' end,
           case when a.attidentity <> '' then ' generated as identity'
                when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(f.adbin, f.adrelid) || ') stored'
                when a.attgenerated = 'v' then ' generated always as (' || pg_get_expr(f.adbin, f.adrelid) || ')'
                when f.adbin is not null then ' default ' || pg_get_expr(f.adbin, f.adrelid)
                else '' end), E',\\n' order by a.attnum)
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

/** PostgreSQL 18 lists not-null constraints beside the others; the columns say them already. */
const constraints = `
  select string_agg(format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), E',\\n'
           order by position(k.contype::text in 'pufcx'), k.conname)
    from pg_constraint k where k.conrelid = c.oid and k.contype::text in ('p', 'u', 'f', 'c', 'x')`;

const indexes = `
  select string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by i.indexrelid::regclass::text collate "C")
    from pg_index i
   where i.indrelid = c.oid
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)`;

const security = `
  case when c.relrowsecurity then format('alter table %I enable row level security;', c.relname) end,
  case when c.relforcerowsecurity then format('alter table %I force row level security;', c.relname) end,
  (select string_agg(format('create policy %I on %I as %s for %s to %s%s%s;', p.polname, c.relname,
            case when p.polpermissive then 'permissive' else 'restrictive' end,
            case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                          when 'd' then 'delete' else 'all' end,
            (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ' order by r)
               from unnest(p.polroles) r),
            coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
            coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')),
          E'\\n' order by p.polname)
     from pg_policy p where p.polrelid = c.oid)`;

const triggers = `
  select string_agg(pg_get_triggerdef(g.oid) || ';', E'\\n' order by g.tgname)
    from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal`;

const tables = `
  select concat_ws(E'\\n',
           format(E'create %stable %I (\\n%s\\n)%s%s;',
             case when c.relpersistence = 'u' then 'unlogged ' else '' end, c.relname,
             concat_ws(E',\\n', (${columns}), (${constraints})),
             case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end,
             case when c.relispartition
                  then ' partition of ' || (select inhparent::regclass::text from pg_inherits where inhrelid = c.oid)
                       || ' ' || pg_get_expr(c.relpartbound, c.oid) else '' end),
           case when c.reloptions is not null
                then format('alter table %I set (%s);', c.relname, array_to_string(c.reloptions, ', ')) end,
           (${indexes}), ${security}, (${triggers})) as text
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and ${notOfExtension('pg_class', 'c.oid')}
   order by c.relname`;

const views = `
  select format(E'create %sview %I as\\n%s', case when c.relkind = 'm' then 'materialized ' else '' end,
           c.relname, pg_get_viewdef(c.oid)) as text
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
     and ${notOfExtension('pg_class', 'c.oid')}
   order by c.relname`;

const textSearch = `
  select format(E'create text search configuration %I (\\n%s\\n);', c.cfgname,
           (select string_agg(format('  %s: %s', t.alias,
                     (select string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno)
                        from pg_ts_config_map m where m.mapcfg = c.oid and m.maptokentype = t.tokid)),
                   E'\\n' order by t.alias)
              from ts_token_type(c.cfgparser) t
             where exists (select from pg_ts_config_map m where m.mapcfg = c.oid and m.maptokentype = t.tokid))) as text
    from pg_ts_config c where c.cfgnamespace = 'public'::regnamespace order by c.cfgname`;

const sections = [
  extensions,
  types,
  domains,
  textSearch,
  functions,
  sequences,
  tables,
  views,
] as const;
