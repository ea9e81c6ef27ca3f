import { sql, type Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { refusedBy } from '../../kernel/refused-writes.ts';
import type { RecurringTables } from './schema.ts';

const refusing = refusedBy({
  taken: { ticket_template_name: () => invalid('name', 'taken') },
  gone: () => new Refusal('not_allowed', 'ticket_template.names_what_is_gone'),
});

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type TicketTemplateRecord = Selectable<RecurringTables['ticket_template']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<RecurringTables>();
const asColumns = (row: TicketTemplateRecord) => ({
  ...row,
  fields: JSON.stringify(row.fields) as unknown as TicketTemplateRecord['fields'],
});

export async function insertTicketTemplate(ctx: Context, row: TicketTemplateRecord): Promise<void> {
  await refusing(() => tables(ctx).insertInto('ticket_template').values(asColumns(row)).execute());
}

/** Takes the row lock. */
export async function lockTicketTemplate(ctx: Context, id: string): Promise<TicketTemplateRecord> {
  const row = await tables(ctx)
    .selectFrom('ticket_template')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'ticket_template.not_found');
  }
  return row;
}

export async function saveTicketTemplate(ctx: Context, row: TicketTemplateRecord): Promise<void> {
  const { id, workspace_id: _fixed, ...columns } = asColumns(row);
  await refusing(() =>
    tables(ctx)
      .updateTable('ticket_template')
      .set(columns)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

export async function countUse(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('ticket_template')
    .set({ uses: sql<number>`uses + 1`, last_used_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Its recurrences go with it; the tickets stay. */
export async function deleteTicketTemplate(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('ticket_template')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
