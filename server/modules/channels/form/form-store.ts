import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { saveChannel, type ChannelRow } from '../channel-store.ts';
import type { ChannelTables } from '../schema.ts';
import type { TicketType } from '../../tickets/public.ts';
import { defaultSettings, type FormTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type FormRow = Selectable<FormTables['form']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<FormTables & ChannelTables>();

export async function insertForm(ctx: Context, row: Insertable<FormTables['form']>): Promise<void> {
  await tables(ctx).insertInto('form').values(row).execute();
}

/** The form and its channel, both locked. */
export async function lockForm(
  ctx: Context,
  formId: string,
): Promise<{ form: FormRow; channel: ChannelRow }> {
  const { workspaceId } = ctx.actor;
  const channel = await tables(ctx)
    .selectFrom('channel')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', formId)
    .where('kind', '=', 'form')
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const form = await tables(ctx)
    .selectFrom('form')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('channel_id', '=', formId)
    .forUpdate()
    .executeTakeFirst();
  if (!channel || !form) {
    throw new Refusal('not_found', 'form.not_found');
  }
  return { form, channel };
}

/** Where tickets of the form go, and what they are; to nobody in particular when it was removed meanwhile. */
export async function readPlace(
  ctx: Context,
  formId: string,
): Promise<{ teamId: string | null; categoryId: string | null; type: TicketType }> {
  const row = await tables(ctx)
    .selectFrom('form')
    .innerJoin('channel', (join) =>
      join
        .onRef('channel.workspace_id', '=', 'form.workspace_id')
        .onRef('channel.id', '=', 'form.channel_id'),
    )
    .select(['channel.team_id as teamId', 'form.category_id as categoryId', 'form.settings'])
    .where('form.workspace_id', '=', ctx.actor.workspaceId)
    .where('form.channel_id', '=', formId)
    .executeTakeFirst();
  const { settings, ...place } = row ?? { teamId: null, categoryId: null, settings: null };
  return { ...place, type: settings?.type ?? defaultSettings.type };
}

export async function saveForm(
  ctx: Context,
  formId: string,
  {
    form,
    channel,
  }: {
    form: Partial<Insertable<FormTables['form']>>;
    channel: Partial<Insertable<ChannelTables['channel']>>;
  },
): Promise<void> {
  await tables(ctx)
    .updateTable('form')
    .set(form)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('channel_id', '=', formId)
    .execute();
  await saveChannel(ctx, formId, channel);
}

/** Its address is free again; the channel stays, because tickets point at it. */
export async function deleteForm(ctx: Context, formId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('form')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('channel_id', '=', formId)
    .execute();
}

/** One more within a window. @returns how many there are now, this one included */
export async function countSubmission(
  ctx: Context,
  { source, windowAt }: { source: string; windowAt: Date },
): Promise<number> {
  const { n } = await tables(ctx)
    .insertInto('form_rate')
    .values({ workspace_id: ctx.actor.workspaceId, source, window_at: windowAt, n: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'source', 'window_at'])
        .doUpdateSet({ n: sql`form_rate.n + 1` }),
    )
    .returning('n')
    .executeTakeFirstOrThrow();
  return n;
}

export async function forgetSubmissions(ctx: Context, before: Date): Promise<void> {
  await tables(ctx)
    .deleteFrom('form_rate')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('window_at', '<', before)
    .execute();
}
