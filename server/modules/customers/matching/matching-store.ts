import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { mapInTurns } from '../../../kernel/in-turns.ts';
import { keysOf, type Known, type KeyKind } from './keys.ts';
import { likenessOf, strengthOf, type Likeness, type Shared } from './likeness.ts';
import type { MatchingTables } from './matching-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<MatchingTables>();

/**
 * Writes anew what these people are found and compared by, and offers whoever may be the same. The cost is that of their
 * own keys, whatever the number of people: each key is one range of an index, and what more than a few share says nothing.
 */
export async function matchPeople(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  const known = await readKnown(ctx, ids);
  const keys = await mapInTurns(known, ([id, person]) =>
    person.isMerged ? [] : keysOf(person).map((key) => ({ ...key, id })),
  );
  await saveKeys(ctx, ids, keys.flat());
  const pairs = await findPairs(ctx, keys.flat(), known);
  await savePairs(ctx, ids, pairs);
}

type KnownPerson = Known & { readonly isMerged: boolean };

async function readKnown(ctx: Context, ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<KnownPerson & { id: string }>`
    select person.id, person.name, person.organization_id as "organizationId",
      person.merged_into_id is not null as "isMerged",
      coalesce((select json_agg(json_build_object('kind', contact.kind, 'value', contact.value,
          'normalized', contact.normalized)) from contact
        where contact.workspace_id = person.workspace_id and contact.person_id = person.id), '[]') as contacts
    from person where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`.execute(
    ctx.tx,
  );
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

type OwnKey = { readonly id: string; readonly kind: KeyKind; readonly key: string };

async function saveKeys(ctx: Context, ids: readonly string[], keys: readonly OwnKey[]) {
  const { workspaceId } = ctx.actor;
  await sql`delete from person_key where workspace_id = ${workspaceId}
    and person_id = any(${sql.val(ids)}::uuid[])`.execute(ctx.tx);
  await sql`insert into person_key (workspace_id, kind, key, person_id)
    select ${workspaceId}::uuid, kind, key, id
    from unnest(${sql.val(keys.map(({ kind }) => kind))}::text[], ${sql.val(keys.map(({ key }) => key))}::text[],
      ${sql.val(keys.map(({ id }) => id))}::uuid[]) as own (kind, key, id)`.execute(ctx.tx);
}

/** A number or a name that more people than this have in common is a switchboard or a usual name. */
const mostInCommon = 5;

async function findPairs(
  ctx: Context,
  keys: readonly OwnKey[],
  known: ReadonlyMap<string, KnownPerson>,
): Promise<Pair[]> {
  const telling = keys.filter(({ kind }) => kind !== 'word' && kind !== 'digits');
  const { rows } = await sql<OwnKey & { otherId: string }>`
    select own.id, own.kind, own.key, other.person_id as "otherId"
    from unnest(${sql.val(telling.map(({ kind }) => kind))}::text[], ${sql.val(telling.map(({ key }) => key))}::text[],
      ${sql.val(telling.map(({ id }) => id))}::uuid[]) as own (kind, key, id)
    cross join lateral (
      select person_id from person_key where workspace_id = ${ctx.actor.workspaceId} and kind = own.kind
        and key = own.key and person_id <> own.id limit ${mostInCommon + 1}
    ) other`.execute(ctx.tx);
  const crowds = Map.groupBy(rows, ({ id, kind, key }) => `${id} ${kind} ${key}`);
  const found = [...crowds.values()].filter((crowd) => crowd.length <= mostInCommon).flat();
  const strangers = [...new Set(found.map(({ otherId }) => otherId))].filter(
    (id) => !known.has(id),
  );
  const everybody = new Map([...known, ...(await readKnown(ctx, strangers))]);
  const byPair = Map.groupBy(found, ({ id, otherId }) => [id, otherId].toSorted().join(' '));
  return [...byPair].flatMap(([pair, hits]) => pairOf(pair, hits, everybody) ?? []);
}

type Pair = {
  readonly low: string;
  readonly high: string;
  readonly reasons: readonly Likeness[];
};

function pairOf(
  pair: string,
  hits: readonly OwnKey[],
  everybody: ReadonlyMap<string, KnownPerson>,
): Pair | null {
  const [low = '', high = ''] = pair.split(' ');
  const [own, other] = [everybody.get(low), everybody.get(high)];
  if (!own || !other) {
    return null;
  }
  const shared = new Map<string, Shared>();
  for (const { kind, key } of hits) {
    // Colleagues share the name too; it is one likeness, said once.
    const told =
      kind === 'phone' || kind === 'email' ? { kind, key } : { kind: 'name' as const, key: '' };
    shared.set(`${told.kind} ${told.key}`, told);
  }
  const reasons = likenessOf(own, other, [...shared.values()]);
  return reasons.length > 0 ? { low, high, reasons } : null;
}

/** What was said to be different stays so; what is no longer alike is no longer offered. */
async function savePairs(ctx: Context, ids: readonly string[], pairs: readonly Pair[]) {
  const { workspaceId } = ctx.actor;
  const sorted = pairs.toSorted((a, b) => (a.low + a.high < b.low + b.high ? -1 : 1));
  const [low, high] = [sorted.map((pair) => pair.low), sorted.map((pair) => pair.high)];
  await sql`delete from person_duplicate where workspace_id = ${workspaceId} and state = 'open'
    and (low_id = any(${sql.val(ids)}::uuid[]) or high_id = any(${sql.val(ids)}::uuid[]))
    and not exists (select 1 from unnest(${sql.val(low)}::uuid[], ${sql.val(high)}::uuid[]) as found (low, high)
      where found.low = low_id and found.high = high_id)`.execute(ctx.tx);
  await sql`insert into person_duplicate (workspace_id, low_id, high_id, state, strength, reasons, found_at)
    select ${workspaceId}::uuid, low, high, 'open', strength, reasons, ${ctx.now}
    from unnest(${sql.val(low)}::uuid[], ${sql.val(high)}::uuid[],
      ${sql.val(sorted.map(({ reasons }) => strengthOf(reasons)))}::smallint[],
      ${sql.val(sorted.map(({ reasons }) => JSON.stringify(reasons)))}::jsonb[])
      as found (low, high, strength, reasons)
    on conflict (workspace_id, low_id, high_id)
    do update set strength = excluded.strength, reasons = excluded.reasons`.execute(ctx.tx);
}

export type Matched = { readonly matched: number; readonly last: string | null };

/**
 * People whose keys are not written yet, oldest first; skips whom somebody else is changing at the moment. `after`: those
 * before are done, and looking past what they left in the index costs more with every batch.
 */
export async function matchSome(
  ctx: Context,
  { atMost, after = null }: { atMost: number; after?: string | null },
): Promise<Matched> {
  const { workspaceId } = ctx.actor;
  // One at a time in a workspace: two batches at once would not see each other's keys.
  const { rows: free } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${workspaceId}:matching`}, 11)) as taken`.execute(
    ctx.tx,
  );
  if (!free[0]?.taken) {
    return { matched: 0, last: null };
  }
  const rows = await tables(ctx)
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('matched_at', 'is', null)
    .where('id', '>', after ?? '00000000-0000-0000-0000-000000000000')
    .orderBy('id')
    .limit(atMost)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  const ids = rows.map(({ id }) => id);
  await matchPeople(ctx, ids);
  await sql`update person set matched_at = ${ctx.now} where workspace_id = ${workspaceId}
    and id = any(${sql.val(ids)}::uuid[])`.execute(ctx.tx);
  return { matched: ids.length, last: ids.at(-1) ?? null };
}

type Two = { readonly low: string; readonly high: string };

/** They are not offered as one again, whatever they have in common. */
export async function savePairApart(ctx: Context, { low, high }: Two): Promise<void> {
  await sql`insert into person_duplicate (workspace_id, low_id, high_id, state, strength, reasons, found_at)
    values (${ctx.actor.workspaceId}, ${low}, ${high}, 'different', 0, '[]', ${ctx.now})
    on conflict (workspace_id, low_id, high_id) do update set state = 'different'`.execute(ctx.tx);
}

/** False when they were not kept apart. */
export async function deletePairApart(ctx: Context, { low, high }: Two): Promise<boolean> {
  const { rows } =
    await sql`delete from person_duplicate where workspace_id = ${ctx.actor.workspaceId}
    and low_id = ${low} and high_id = ${high} and state = 'different' returning 1`.execute(ctx.tx);
  return rows.length > 0;
}
