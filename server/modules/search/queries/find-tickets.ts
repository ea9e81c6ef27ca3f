import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { stepsOf, type Asked, type Step } from '../rules/ask.ts';
import type { Conditions } from './ticket-conditions.ts';

/** Hits that are put into the order of fitness together: the newest of all. Then come the next newest. */
const poolSize = 400;
/** Where looking further back costs more than it brings. */
const mostInspected = 20_000;
const mostOpen = 5_000;

export type Hit = { readonly id: string; readonly micros: number; readonly score: number };

export type Pool = {
  /** The best first, then the newest. */
  readonly hits: readonly Hit[];
  /** Where the next pool ends; null when there is none. */
  readonly next: [number, string] | null;
  readonly complete: boolean;
};

type Looked = { id: string; micros: number };
export type Looking = {
  readonly actor: Actor;
  readonly asked: Asked | null;
  readonly conditions: Conditions;
  readonly until: [number, string] | null;
  readonly now: Date;
  /** In how many tickets it stands at most. */
  readonly expected: number;
};

export async function findPool(db: Reader, looking: Looking): Promise<Pool> {
  const { asked } = looking;
  const { rows, complete } =
    asked === null ? await newest(db, looking) : await indexed(db, looking, asked);
  const shown = rows.slice(0, poolSize);
  const last = shown.at(-1);
  const scores = asked === null ? new Map() : await scoresOf(db, shown, asked);
  const hits = shown.map((row) => ({ ...row, score: Number(scores.get(row.id) ?? 0) }));
  return {
    hits: hits.toSorted(byFitness),
    next: rows.length > poolSize && last ? [last.micros, last.id] : null,
    complete,
  };
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
    where ${together([...conditions.all, sql<SqlBool>`ticket.number = ${number}`])}`.execute(db);
  return rows.map(({ id }) => id);
}

const microsOf = (column: RawBuilder<unknown>) =>
  sql<number>`(extract(epoch from ${column}) * 1000000)::bigint`;
const timeOf = (micros: number) =>
  sql`(timestamptz 'epoch' + ${String(micros)}::bigint * interval '1 microsecond')`;

function before(until: Looking['until']): RawBuilder<SqlBool> {
  return until === null
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(ticket.created_at, ticket.id) < (${timeOf(until[0])}, ${until[1]}::uuid)`;
}

const together = (conditions: readonly RawBuilder<SqlBool>[]) =>
  sql.join([...conditions], sql` and `);

/** Nothing is asked of the words: the newest tickets that the row allows, among so many as one looks through quickly. */
async function newest(db: Reader, { conditions, until }: Looking) {
  const { rows } = await sql<Looked>`
    select ticket.id, ${microsOf(sql`ticket.created_at`)} as micros from ticket
    where ${together([...conditions.all, before(until)])}
    order by ticket.created_at desc, ticket.id desc limit ${poolSize + 1}`.execute(db);
  return { rows, complete: true };
}

async function indexed(db: Reader, looking: Looking, asked: Asked) {
  const { actor, until, now, expected } = looking;
  const steps = stepsOf(asked, {
    workspaceId: actor.workspaceId,
    until: until === null ? now : new Date(until[0] / 1000),
    expected,
  });
  let rows: Looked[] = [];
  for (const step of steps) {
    const found = await stepBack(db, looking, step);
    ({ rows } = found);
    if (rows.length > poolSize) {
      return { rows, complete: true };
    }
    if (found.inspected > mostInspected && step.from !== null) {
      const open = await amongOpen(db, looking, asked);
      return open ?? { rows, complete: false };
    }
  }
  return { rows, complete: true };
}

async function stepBack(db: Reader, { conditions, until }: Looking, { query, from }: Step) {
  const since = from === null ? [] : [sql<SqlBool>`ticket.created_at >= ${from}`];
  const { rows } = await sql<Looked & { inspected: number }>`
    with hit as materialized (select ticket_id from search_index.tickets_with(${query}::tsquery))
    select ticket.id, ${microsOf(sql`ticket.created_at`)} as micros, (select count(*) from hit) as inspected
    from hit join ticket on ticket.id = hit.ticket_id
    where ${together([...conditions.all, before(until), ...since])}
    order by ticket.created_at desc, ticket.id desc limit ${poolSize + 1}`.execute(db);
  return { rows, inspected: rows[0]?.inspected ?? (await countHits(db, query)) };
}

async function countHits(db: Reader, query: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from search_index.tickets_with(${query}::tsquery)`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Open tickets are few: when the words are common, they are looked through for the words, not the other way round. */
async function amongOpen(db: Reader, { conditions, until }: Looking, asked: Asked) {
  if (!conditions.onlyOpen) {
    return null;
  }
  const { rows: open } = await sql<{ id: string }>`
    select ticket.id from ticket where ${together([...conditions.all, before(until)])}
    order by ticket.updated_at desc, ticket.id desc limit ${mostOpen + 1}`.execute(db);
  const ids = open.slice(0, mostOpen).map(({ id }) => id);
  const { rows } = await sql<Looked>`
    select ticket_id as id, ${microsOf(sql`at`)} as micros
    from search_index.tickets_fitting(${sql.val(ids)}::uuid[], ${asked.all}::tsquery, ${asked.best}::tsquery,
      ${asked.good}::tsquery, ${asked.fair}::tsquery)
    order by at desc, ticket_id desc limit ${poolSize + 1}`.execute(db);
  return { rows, complete: open.length <= mostOpen };
}

async function scoresOf(db: Reader, rows: readonly Looked[], asked: Asked) {
  const { rows: scores } = await sql<{ ticket_id: string; score: number }>`
    select ticket_id, score from search_index.tickets_fitting(${sql.val(rows.map(({ id }) => id))}::uuid[],
      ${asked.all}::tsquery, ${asked.best}::tsquery, ${asked.good}::tsquery, ${asked.fair}::tsquery)`.execute(
    db,
  );
  return new Map(scores.map(({ ticket_id: id, score }) => [id, score]));
}
