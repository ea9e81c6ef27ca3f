import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import type { Asked } from '../rules/ask.ts';
import { anyOf, quoted } from '../rules/tsquery.ts';
import {
  firstWindow,
  mostOfWindow,
  nextWindow,
  wholeTime,
  type Span,
  type Window,
} from '../rules/windows.ts';
import type { Conditions } from './ticket-conditions.ts';

/** Hits that are put into the order of fitness together: the newest of all. Then come the next newest. */
const poolSize = 400;
/** Without words there is no fitness to order by, so a page's worth is enough. */
const pageful = 60;
/** Up to here all are found at once; more are looked for among the newest first. */
const few = 800;
/** When so many were looked at, a smaller pool will do; and when so many, whatever was found. */
const tiring = 4_000;
const smallPool = 100;
const mostInspected = 10_000;

export type Hit = { readonly id: string; readonly micros: number; readonly score: number };

/** A place in time: microseconds since 1970 and the ticket there; everything older lies behind it. */
export type Until = readonly [number, string];
const noTicket = '00000000-0000-0000-0000-000000000000';
export const untilTime = (timeMs: number): Until => [timeMs * 1000, noTicket];

export type Pool = {
  /** The best first, then the newest. */
  readonly hits: readonly Hit[];
  /** Where the next pool begins; null when there is none. */
  readonly next: Until | null;
  /** False: it is as small as it is because too much had to be looked at. */
  readonly full: boolean;
};

type Row = { id: string; micros: number };
export type Looking = {
  readonly actor: Actor;
  readonly asked: Asked | null;
  readonly conditions: Conditions;
  readonly until: Until | null;
  readonly now: Date;
  /** In how many tickets it stands at most. */
  readonly expected: number;
  /** Few tickets can be meant at all, whatever the words: they are looked through for the words, not the other way round. */
  readonly isSmall: boolean;
};

export async function findPool(db: Reader, looking: Looking): Promise<Pool> {
  const { asked } = looking;
  if (asked === null) {
    const rows = await newest(db, looking);
    const { shown, next } = cut(rows, null, pageful);
    return { hits: shown.map((row) => ({ ...row, score: 0 })), next, full: true };
  }
  const { rows, end, full } = await lookBack(db, looking, asked);
  const { shown, next } = cut(rows, end);
  const scores = await scoresOf(db, shown, asked);
  const hits = shown.map((row) => ({ ...row, score: scores.get(row.id) ?? 0 }));
  return { hits: hits.toSorted(byFitness), next, full };
}

function cut(
  rows: readonly Row[],
  end: Until | null,
  size = poolSize,
): { shown: readonly Row[]; next: Until | null } {
  const last = rows[size - 1];
  return rows.length > size && last
    ? { shown: rows.slice(0, size), next: [last.micros, last.id] }
    : { shown: rows, next: end };
}

const byFitness = (a: Hit, b: Hit): number =>
  b.score - a.score || b.micros - a.micros || order(b.id, a.id);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What comes behind a place of the pool, in its order. */
export const behind = (hits: readonly Hit[], last: Hit | null): Hit[] =>
  hits.filter((hit) => last === null || byFitness(last, hit) < 0);

export async function findByNumber(
  db: Reader,
  conditions: Conditions,
  number: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select ticket.id from ticket
    where ${together([...conditions, sql<SqlBool>`ticket.number = ${number}`])}`.execute(db);
  return rows.map(({ id }) => id);
}

const microsOf = (column: RawBuilder<unknown>) =>
  sql<number>`(extract(epoch from ${column}) * 1000000)::bigint`;
const timeOf = (micros: number) =>
  sql`(timestamptz 'epoch' + ${String(micros)}::bigint * interval '1 microsecond')`;

function before(until: Until | null): RawBuilder<SqlBool> {
  return until === null
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(ticket.created_at, ticket.id) < (${timeOf(until[0])}, ${until[1]}::uuid)`;
}

const together = (conditions: readonly RawBuilder<SqlBool>[]) =>
  sql.join([...conditions], sql` and `);

/** Nothing is asked of the words: the newest tickets that the row allows. */
async function newest(db: Reader, { conditions, until }: Looking): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ticket.id, ${microsOf(sql`ticket.created_at`)} as micros from ticket
    where ${together([...conditions, before(until)])}
    order by ticket.created_at desc, ticket.id desc limit ${pageful + 1}`.execute(db);
  return rows;
}

type Found = { readonly rows: Row[]; readonly end: Until | null; readonly full: boolean };

/** Window after window back in time, until there are enough or enough was looked at. */
async function lookBack(db: Reader, looking: Looking, asked: Asked): Promise<Found> {
  const { workspaceId } = looking.actor;
  if (looking.isSmall) {
    return lookAmong(db, looking, asked);
  }
  if (looking.expected <= few) {
    const window = wholeTime(workspaceId);
    const { rows, end } = await lookInto(db, { ...looking, asked, window, most: mostInspected });
    return { rows, end, full: true };
  }
  const span = await spanOf(db, workspaceId, looking.now);
  const wanted = poolSize + 1;
  const rows: Row[] = [];
  let until = looking.until;
  let inspected = 0;
  let window = firstWindow(span, dateOf(until, span), { expected: looking.expected, wanted });
  for (;;) {
    const start = dateOf(until, span);
    const seen = await lookInto(db, { ...looking, until, asked, window, most: mostOfWindow });
    rows.push(...seen.rows);
    inspected += seen.inspected;
    until = seen.end;
    if (until === null || isEnough(rows.length, inspected)) {
      return { rows, end: until, full: until === null || rows.length >= smallPool };
    }
    const looked = { from: dateOf(until, span), until: start, inspected: seen.inspected };
    window = nextWindow(span, { ...looked, found: seen.rows.length }, wanted - rows.length);
  }
}

/** What lies in spam, and the like. */
async function lookAmong(db: Reader, looking: Looking, { all }: Asked): Promise<Found> {
  const { conditions, until } = looking;
  const { rows } = await sql<Row & { fits: boolean }>`
    with small as materialized (
      select ticket.id, ticket.created_at from ticket where ${together([...conditions, before(until)])}
      order by ticket.created_at desc, ticket.id desc limit ${mostOfWindow})
    select small.id, ${microsOf(sql`small.created_at`)} as micros, fitting.ticket_id is not null as fits
    from small left join search_index.tickets_among(array(select id from small), ${all}::tsquery) as fitting
      on fitting.ticket_id = small.id
    order by small.created_at desc, small.id desc`.execute(db);
  const last = rows[mostOfWindow - 1];
  const end: Until | null = last ? [last.micros, last.id] : null;
  return { rows: rows.filter(({ fits }) => fits), end, full: true };
}

const isEnough = (found: number, inspected: number): boolean =>
  found > poolSize || (inspected >= tiring && found >= smallPool) || inspected >= mostInspected;

const dateOf = (until: Until | null, { newest: latest }: Span): Date =>
  until === null ? latest : new Date(until[0] / 1000);

async function spanOf(db: Reader, workspaceId: string, now: Date): Promise<Span> {
  const { rows } = await sql<{ oldest: Date | null; newest: Date | null }>`
    select (select created_at from ticket where workspace_id = ${workspaceId}
        order by created_at, id limit 1) as oldest,
      (select created_at from ticket where workspace_id = ${workspaceId}
        order by created_at desc, id desc limit 1) as newest`.execute(db);
  return { workspaceId, oldest: rows[0]?.oldest ?? now, newest: rows[0]?.newest ?? now };
}

type Glance = {
  readonly actor: Actor;
  readonly asked: Asked;
  readonly window: Window;
  readonly until: Until | null;
  readonly conditions: Conditions;
  readonly most: number;
};
type Seen = { readonly rows: Row[]; readonly inspected: number; readonly end: Until | null };
type Line = {
  id: string | null;
  micros: number;
  inspected: number;
  last: number | null;
  last_id: string | null;
};

/** The hits of one window that the rows of their tickets allow, and where it ends: null at the beginning of time. */
async function lookInto(db: Reader, glance: Glance): Promise<Seen> {
  const { asked, window, until, conditions, most } = glance;
  const { workspaceId } = glance.actor;
  const query = `(${asked.all}) & ${anyOf(window.marks.map(quoted))}`;
  const newestAt = until === null ? sql`'infinity'` : timeOf(until[0]);
  const { rows } = await sql<Line>`
    with hit as materialized (
      select * from search_index.tickets_with(${query}::tsquery, ${newestAt}, ${most})),
    allowed as (
      select ticket.id, ticket.created_at from hit, lateral (
        -- By its key, whatever the planner thinks of the conditions.
        select * from ticket where workspace_id = ${workspaceId} and id = hit.ticket_id offset 0) as ticket
      where ${together([...conditions, before(until)])}
      order by ticket.created_at desc, ticket.id desc limit ${poolSize + 1})
    select allowed.id, ${microsOf(sql`allowed.created_at`)} as micros, (select count(*) from hit) as inspected,
      ${microsOf(sql`oldest.at`)} as last, oldest.ticket_id as last_id
    from (select 1) as one left join (select * from hit order by at, ticket_id limit 1) as oldest on true
    left join allowed on true
    order by allowed.created_at desc, allowed.id desc`.execute(db);
  const { inspected = 0, last = null, last_id: lastId = null } = rows[0] ?? {};
  const isCut = inspected >= most && last !== null && lastId !== null;
  return {
    rows: rows.flatMap(({ id, micros }) => (id === null ? [] : [{ id, micros }])),
    inspected,
    end: isCut ? [last, lastId] : window.from && untilTime(window.from.getTime()),
  };
}

async function scoresOf(
  db: Reader,
  rows: readonly Row[],
  { best, good, fair }: Asked,
): Promise<Map<string, number>> {
  const { rows: scores } = await sql<{ ticket_id: string; score: number }>`
    select ticket_id, score from search_index.tickets_fitting(${sql.val(rows.map(({ id }) => id))}::uuid[],
      ${best}::tsquery, ${good}::tsquery, ${fair}::tsquery)`.execute(db);
  return new Map(scores.map(({ ticket_id: id, score }) => [id, score]));
}
