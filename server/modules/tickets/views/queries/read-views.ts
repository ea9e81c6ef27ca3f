import { sql, type SqlBool } from 'kysely';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import type { DeskTables } from '../../desk-tables.ts';
import type { NameTables } from '../../tables.ts';
import { builtInViews, type UncountedView } from '../views.ts';

type Viewer = Pick<Actor, 'id' | 'workspaceId' | 'teamIds' | 'permissions'>;

function selectViews(db: Reader, workspaceId: string) {
  return db
    .withTables<DeskTables & NameTables>()
    .selectFrom('saved_view')
    .innerJoin('user_account as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'saved_view.workspace_id')
        .onRef('owner.id', '=', 'saved_view.owner_id'),
    )
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'saved_view.workspace_id')
        .onRef('team.id', '=', 'saved_view.team_id'),
    )
    .selectAll('saved_view')
    .select(['owner.name as owner_name', 'team.name as team_name'])
    .where('saved_view.workspace_id', '=', workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectViews>['executeTakeFirstOrThrow']>>;

/** Their own, their teams', and everybody's. */
export const isViewOf = (
  view: Pick<UncountedView, 'sharing' | 'owner' | 'team'>,
  actor: Pick<Actor, 'id' | 'teamIds'>,
): boolean =>
  view.sharing === 'built_in' ||
  view.sharing === 'everybody' ||
  view.owner?.id === actor.id ||
  (view.sharing === 'team' && actor.teamIds.includes(view.team?.id ?? ''));

const isShownTo = ({ id, teamIds }: Viewer) =>
  sql<SqlBool>`(saved_view.sharing = 'everybody' or saved_view.owner_id = ${id}::uuid
    or (saved_view.sharing = 'team' and saved_view.team_id = any(${sql.val(teamIds)}::uuid[])))`;

/** Of a shared view disposes who may share; of one's own, oneself. */
export const mayChangeView = (
  { sharing, ownerId }: { sharing: string; ownerId: string },
  actor: Pick<Actor, 'id' | 'permissions'>,
): boolean => (sharing === 'own' ? ownerId === actor.id : actor.permissions.has('view.share'));

function toView(row: Row, actor: Viewer): UncountedView {
  return {
    id: row.id,
    key: null,
    name: row.name,
    sharing: row.sharing,
    owner: { id: row.owner_id, name: row.owner_name },
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
    filter: row.filter,
    sort: row.sort,
    order: row.sort_order,
    columns: row.columns,
    position: row.position,
    mayChange: mayChangeView({ sharing: row.sharing, ownerId: row.owner_id }, actor),
    version: row.version,
  };
}

const savedFirst = (query: ReturnType<typeof selectViews>) =>
  query.orderBy('saved_view.position').orderBy('saved_view.created_at').execute();

/** The built-in ones, then what the actor and their teams have saved. */
export async function readViews(db: Reader, actor: Viewer): Promise<UncountedView[]> {
  const rows = await savedFirst(selectViews(db, actor.workspaceId).where(isShownTo(actor)));
  return [...builtInViews, ...rows.map((row) => toView(row, actor))];
}

/** Every saved view that one of these people has; `isViewOf` says who. */
export async function readViewsOf(
  db: Reader,
  workspaceId: string,
  userIds: readonly string[],
): Promise<UncountedView[]> {
  const rows = await savedFirst(
    selectViews(db, workspaceId).where(
      sql<SqlBool>`(saved_view.sharing <> 'own' or saved_view.owner_id = any(${sql.val(userIds)}::uuid[]))`,
    ),
  );
  const nobody: Viewer = { id: null, workspaceId, teamIds: [], permissions: new Set() };
  return rows.map((row) => toView(row, nobody));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One that the actor sees, or a shared one for whoever looks after those. */
export async function findView(db: Reader, actor: Viewer, id: string): Promise<UncountedView> {
  const query = selectViews(db, actor.workspaceId).where('saved_view.id', '=', id);
  const shared = actor.permissions.has('view.share')
    ? sql<SqlBool>`saved_view.sharing <> 'own'`
    : null;
  const row = await query
    .where((where) => (shared ? where.or([isShownTo(actor), shared]) : isShownTo(actor)))
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'view.not_found');
  }
  return toView(row, actor);
}

/** By id, or a built-in one by its key. */
export async function viewByRef(db: Reader, actor: Viewer, ref: string): Promise<UncountedView> {
  const named = builtInViews.find(({ id, key }) => id === ref.toLowerCase() || key === ref);
  if (named) {
    return named;
  }
  if (!uuid.test(ref.toLowerCase())) {
    throw new Refusal('not_found', 'view.not_found');
  }
  return findView(db, actor, ref.toLowerCase());
}
