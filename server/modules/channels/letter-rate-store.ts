import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { preparedWrite } from '../../kernel/prepared.ts';
import type { ChannelTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;

/** For each of the addresses, in their order: letters of it within the running hour, this one included. */
export async function countLetters(
  ctx: Context,
  addresses: readonly string[],
  at: Date,
): Promise<number[]> {
  const hour = new Date(at);
  hour.setUTCMinutes(0, 0, 0);
  const { workspaceId } = ctx.actor;
  const counts = new Map<string, number>();
  const places = addresses.map((address) => {
    const place = (counts.get(address) ?? 0) + 1;
    counts.set(address, place);
    return place;
  });
  if (counts.size === 0) {
    return [];
  }
  const rows = await counted.all(ctx.tx, {
    workspaceId,
    hour,
    addresses: [...counts.keys()],
    letters: [...counts.values()],
  });
  const totals = new Map(rows.map(({ address, n }) => [address, n]));
  return addresses.map((address, index) => {
    const ofThem = counts.get(address) ?? 1;
    return (totals.get(address) ?? ofThem) - ofThem + (places[index] ?? 1);
  });
}

type Counts = {
  workspaceId: string;
  hour: Date;
  addresses: readonly string[];
  letters: readonly number[];
};

/** In the order of the addresses: two who count the same ones must not wait for each other. */
const counted = preparedWrite<Counts, { address: string; n: number }>(
  { table: 'letter_rate', by: 'change' },
  (db, slot) =>
    sql<{ address: string; n: number }>`insert into letter_rate (workspace_id, address, hour, n)
      select ${slot.workspaceId}::uuid, came.address, ${slot.hour}::timestamptz, came.n
      from unnest(${slot.addresses}::text[], ${slot.letters}::int[]) as came (address, n)
      order by came.address
      on conflict (workspace_id, address, hour) do update set n = letter_rate.n + excluded.n
      returning address, n`.compile(db),
);

/** Hours that are over tell nothing any more. */
export async function deleteRatesBefore(ctx: Context, hour: Date): Promise<void> {
  await ctx.tx
    .withTables<ChannelTables>()
    .deleteFrom('letter_rate')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('hour', '<', hour)
    .execute();
}
