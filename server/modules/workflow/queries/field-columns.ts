import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { WorkflowTables } from '../tables.ts';

const words = { ru: { true: 'да', false: 'нет' }, en: { true: 'yes', false: 'no' } } as const;
type Locale = keyof typeof words;

const said = (value: unknown, locale: Locale): string => {
  if (typeof value === 'boolean') {
    return words[locale][`${value}`];
  }
  return [value ?? ''].flat().map(String).join(', ');
};

/** Own fields as columns of a table of tickets, in their order, called as whoever reads speaks. */
export async function fieldColumns(db: Reader, workspaceId: string, locale: Locale) {
  const fields = await db
    .withTables<WorkflowTables>()
    .selectFrom('field_definition')
    .select(['name', 'label', 'other_label'])
    .select(
      sql<boolean>`(select locale = ${locale} from workspace where id = ${workspaceId})`.as(
        'is_own',
      ),
    )
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return fields.map(({ name, label, other_label: other, is_own: isOwn }) => ({
    heading: isOwn ? label : (other ?? label),
    cell: (ticket: { readonly fields: Readonly<Record<string, unknown>> }) =>
      said(ticket.fields[name], locale),
  }));
}
