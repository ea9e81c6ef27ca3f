import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../database.ts';

/** `cascade`: goes with what it names. `set_null`: forgets it. `refuse`: what it names cannot go. */
export type ForeignKey = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly named: string;
  readonly namedColumns: readonly string[];
  readonly onDelete: 'cascade' | 'set_null' | 'refuse';
  /** Which of its columns it forgets. */
  readonly forgets: readonly string[];
};

/** Every foreign key of the database, as it is today. */
export async function readForeignKeys(tx: Tx): Promise<readonly ForeignKey[]> {
  const names = (keys: string, of: string) =>
    sql.raw(`array(select attname::text from unnest(${keys}) with ordinality as key (number, n)
      join pg_attribute on attrelid = ${of} and attnum = key.number order by n)`);
  const { rows } = await sql<ForeignKey>`
    select conrelid::regclass::text as "table", confrelid::regclass::text as named,
      ${names('conkey', 'conrelid')} as columns,
      ${names('confkey', 'confrelid')} as "namedColumns",
      case confdeltype when 'c' then 'cascade' when 'n' then 'set_null' else 'refuse' end as "onDelete",
      ${names('coalesce(confdelsetcols, conkey)', 'conrelid')} as forgets
    from pg_constraint where contype = 'f' order by conrelid::regclass::text, conname`.execute(tx);
  return rows;
}

/** Whether what a row names by one of its keys is there. A key with a null in it names nothing. */
export function isThere(key: ForeignKey, row: string): RawBuilder<boolean> {
  const own = key.columns.map((column) => sql.ref(`${row}.${column}`));
  const same = key.namedColumns.map(
    (column, n) => sql`goal.${sql.ref(column)} = ${own[n] as RawBuilder<unknown>}`,
  );
  const isEmpty = own.map((column) => sql`${column} is null`);
  return sql<boolean>`(${sql.join(isEmpty, sql` or `)} or exists (
    select 1 from ${sql.table(key.named)} goal where ${sql.join(same, sql` and `)}))`;
}
