import { sql, type Selectable } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { readWorkspace } from '../../identity/public.ts';
import { choicesOf, type Choices } from '../rules/choices.ts';
import type { Digest, GivenChoices, Quiet } from '../schema.ts';
import type { NoticeTables } from '../tables.ts';

export type Preference = {
  readonly choices: Choices;
  /** As chosen; null: the company's. */
  readonly ownZone: string | null;
  readonly zone: string;
  readonly quiet: Quiet | null;
  readonly digest: Digest | null;
  readonly version: number;
};

export type Preferences = {
  readonly defaults: { readonly choices: Choices; readonly version: number };
  of(userId: string): Preference;
};

type Chosen = Pick<
  Selectable<NoticeTables['notification_preference']>,
  'zone' | 'quiet' | 'digest' | 'version'
> & { readonly choices: GivenChoices | null };
const nothingChosen: Chosen = { choices: null, zone: null, quiet: null, digest: null, version: 0 };

/** How some people want to be told, with what holds where they have chosen nothing. */
export async function readPreferences(
  db: Reader,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Preferences> {
  const tables = db.withTables<NoticeTables>();
  const company = await tables
    .selectFrom('notification_default')
    .select(['choices', 'version'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  const rows = await tables
    .selectFrom('notification_preference')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', sql<string>`any(${sql.val(userIds)}::uuid[])`)
    .execute();
  const { timeZone } = await readWorkspace(db, workspaceId);
  const defaults = { choices: choicesOf(company?.choices), version: company?.version ?? 0 };
  const preference = ({ choices, zone, ...rest }: Chosen): Preference => ({
    choices: choices === null ? defaults.choices : choicesOf(company?.choices, choices),
    ownZone: zone,
    zone: zone ?? timeZone,
    quiet: rest.quiet,
    digest: rest.digest,
    version: rest.version,
  });
  const byUser = new Map(rows.map((row) => [row.user_id, preference(row)]));
  const unchanged = preference(nothingChosen);
  return { defaults, of: (userId) => byUser.get(userId) ?? unchanged };
}
