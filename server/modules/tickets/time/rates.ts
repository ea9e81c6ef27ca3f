import { sql } from 'kysely';
import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Reader } from '../../../kernel/database.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { Ref } from '../../customers/public.ts';
import type { WorkTables } from '../work-tables.ts';

/** Of an hour, as a decimal: money is never a float. */
const hourly = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, { message: 'not_amount' });

const TimeRates = z
  .object({
    currency: z.string(),
    /** For roles without a rate of their own. */
    hourly: z.string().nullable(),
    roles: z.array(z.object({ role: Ref, hourly: z.string().nullable() })),
    version: z.int(),
  })
  .meta({ id: 'TimeRates' });
type TimeRates = z.infer<typeof TimeRates>;

export const getTimeRates = defineQuery({
  name: 'tickets.get-time-rates',
  permission: 'workspace.change',
  input: z.strictObject({}),
  output: TimeRates,
  run: ({ db, actor }) => readRates(db, actor.workspaceId),
});

/** What an hour costs. It counts for time written down from now on; past costs stay what they were. */
export const setTimeRates = defineCommand({
  name: 'tickets.set-time-rates',
  permission: 'workspace.change',
  input: z.strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/, { message: 'not_currency' }),
    hourly: hourly.nullable(),
    roles: z.array(z.strictObject({ roleId: id(), hourly: hourly.nullable() })).max(200),
    version: version().optional(),
  }),
  output: TimeRates,

  async run(ctx, { currency, hourly: general, roles, version: seen }) {
    const { workspaceId } = ctx.actor;
    await lockSetting(ctx, currency);
    const before = await readRates(ctx.tx, workspaceId);
    mustBeCurrent(before, seen);
    await sql`update time_rate_setting set currency = ${currency}, hourly = ${general}, version = version + 1
      where workspace_id = ${workspaceId}`.execute(ctx.tx);
    for (const { roleId, hourly: own } of roles) {
      if (!before.roles.some(({ role }) => role.id === roleId)) {
        throw invalid('roles', 'unknown');
      }
      await saveRate(ctx, roleId, own);
    }
    const after = await readRates(ctx.tx, workspaceId);
    ctx.audit({
      action: 'time_rates.changed',
      subject: { kind: 'time_rates', id: workspaceId, name: after.currency },
      before: flat(before),
      after: flat(after),
    });
    return after;
  },
});

/** Makes the row that is locked when there is none, so that two who set the first rates meet. */
async function lockSetting(ctx: CommandContext, currency: string): Promise<void> {
  const { workspaceId } = ctx.actor;
  await sql`insert into time_rate_setting (workspace_id, currency) values (${workspaceId}, ${currency})
    on conflict do nothing`.execute(ctx.tx);
  await sql`select from time_rate_setting where workspace_id = ${workspaceId} for update`.execute(
    ctx.tx,
  );
}

async function saveRate(ctx: CommandContext, roleId: string, rate: string | null): Promise<void> {
  const tables = ctx.tx.withTables<WorkTables>();
  const { workspaceId } = ctx.actor;
  await (rate === null
    ? tables
        .deleteFrom('time_rate')
        .where('workspace_id', '=', workspaceId)
        .where('role_id', '=', roleId)
        .execute()
    : tables
        .insertInto('time_rate')
        .values({ workspace_id: workspaceId, role_id: roleId, hourly: rate })
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'role_id']).doUpdateSet({ hourly: rate }),
        )
        .execute());
}

async function readRates(db: Reader, workspaceId: string): Promise<TimeRates> {
  const { rows } = await sql<{ id: string; name: string; hourly: string | null }>`
    select role.id, role.name, rate.hourly::text as hourly from role
    left join time_rate as rate on rate.workspace_id = role.workspace_id and rate.role_id = role.id
    where role.workspace_id = ${workspaceId} order by role.created_at, role.name`.execute(db);
  const setting = await db
    .withTables<WorkTables>()
    .selectFrom('time_rate_setting')
    .select(['currency', 'hourly', 'version'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return {
    currency: setting?.currency ?? 'RUB',
    hourly: setting?.hourly ?? null,
    roles: rows.map(({ id: roleId, name, hourly: own }) => ({
      role: { id: roleId, name },
      hourly: own,
    })),
    version: setting?.version ?? 1,
  };
}

const flat = ({ currency, hourly: general, roles }: TimeRates) => ({
  currency,
  hourly: general,
  ...Object.fromEntries(roles.map(({ role, hourly: own }) => [role.name, own])),
});
