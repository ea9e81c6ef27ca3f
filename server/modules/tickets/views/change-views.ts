import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { viewDeleted, viewSaved } from './view-events.ts';
import { findView, mayChangeView } from './queries/read-views.ts';
import { namesOf } from '../queries/named.ts';
import * as store from './view-store.ts';
import { View, viewParts } from './views.ts';

const mostOwn = 50;
const mostShared = 100;

const SavedView = View.omit({ count: true }).meta({ id: 'SavedView' });

type Shared = { sharing: 'own' | 'team' | 'everybody'; team_id: string | null };

/** A team is named exactly when the view is a team's; sharing at all takes a right, and a team of the company. */
async function mustBeShareable(ctx: CommandContext, { sharing, team_id: teamId }: Shared) {
  if ((sharing === 'team') !== (teamId !== null)) {
    throw invalid('teamId', sharing === 'team' ? 'required' : 'only_of_team');
  }
  if (sharing !== 'own') {
    mustBePermitted(ctx.actor, 'view.share');
  }
  if (teamId !== null) {
    await namesOf(ctx, 'teamId', [teamId]);
  }
}

async function mustHaveRoom(ctx: CommandContext, sharing: Shared['sharing']): Promise<void> {
  const isOwn = sharing === 'own';
  if ((await store.countViewsOf(ctx, isOwn ? 'own' : 'shared')) >= (isOwn ? mostOwn : mostShared)) {
    throw new Refusal('not_allowed', 'view.too_many');
  }
}

type Row = Awaited<ReturnType<typeof store.lockView>>;

function tell(ctx: CommandContext, { id: viewId, ...row }: Pick<Row, 'id' | 'owner_id'> & Shared) {
  ctx.emit(viewSaved, {
    viewId,
    sharing: row.sharing,
    ownerId: row.owner_id,
    teamId: row.team_id,
  });
}

export const addView = defineCommand({
  name: 'tickets.add-view',
  permission: 'ticket.read',
  input: z.strictObject({
    ...viewParts,
    sharing: viewParts.sharing.default('own'),
    teamId: id().nullable().default(null),
    sort: viewParts.sort.default('updated'),
    order: viewParts.order.default('desc'),
    columns: viewParts.columns.default([]),
  }),
  output: SavedView,
  async run(ctx, { name, sharing, teamId, filter, sort, order, columns }) {
    const ownerId = ctx.actor.id;
    if (ownerId === null) {
      throw new Refusal('forbidden', 'view.of_nobody');
    }
    await mustBeShareable(ctx, { sharing, team_id: teamId });
    await mustHaveRoom(ctx, sharing);
    const row = { id: newId(), owner_id: ownerId, sharing, team_id: teamId };
    await store.insertView(ctx, {
      ...row,
      name,
      filter: JSON.stringify(filter),
      sort,
      sort_order: order,
      columns,
      created_at: ctx.now,
    });
    tell(ctx, row);
    return findView(ctx.tx, ctx.actor, row.id);
  },
});

export const changeView = defineCommand({
  name: 'tickets.change-view',
  permission: 'ticket.read',
  input: z.strictObject({
    viewId: id(),
    version: version().optional(),
    name: viewParts.name.optional(),
    sharing: viewParts.sharing.optional(),
    teamId: id().nullable().optional(),
    filter: viewParts.filter.optional(),
    sort: viewParts.sort.optional(),
    order: viewParts.order.optional(),
    columns: viewParts.columns.optional(),
    position: z.int().min(0).max(10_000).optional(),
  }),
  output: SavedView,
  async run(ctx, { viewId, version: seen, ...asked }) {
    const before = await lockOwn(ctx, viewId);
    mustBeCurrent(before, seen);
    const shared = sharedAs(before, asked);
    await mustBeShareable(ctx, shared);
    if ((shared.sharing === 'own') !== (before.sharing === 'own')) {
      await mustHaveRoom(ctx, shared.sharing);
    }
    const { filter, order, sharing: _, teamId: __, ...plain } = asked;
    await store.saveView(ctx, viewId, {
      ...plain,
      ...shared,
      ...(filter && { filter: JSON.stringify(filter) }),
      ...(order && { sort_order: order }),
      version: before.version + 1,
    });
    tell(ctx, { id: viewId, owner_id: before.owner_id, ...shared });
    return findView(ctx.tx, ctx.actor, viewId);
  },
});

type Asked = { sharing?: Shared['sharing'] | undefined; teamId?: string | null | undefined };

/** A view that is no longer a team's names none, without being told so. */
function sharedAs(before: Row, { sharing = before.sharing, teamId }: Asked): Shared {
  const kept = sharing === 'team' ? before.team_id : null;
  return { sharing, team_id: teamId === undefined ? kept : teamId };
}

export const viewRemoval: RemovalKind = {
  kind: 'view',
  permission: 'ticket.read',
  table: 'saved_view',
  ownOnly: true,
  async beforeReturn(ctx, { row }) {
    const sharing = row['sharing'] as Shared['sharing'];
    if (sharing !== 'own') {
      mustBePermitted(ctx.actor, 'view.share');
    }
    await mustHaveRoom(ctx, sharing);
  },
  returned: async (ctx, { id: viewId }) => tell(ctx, await store.lockView(ctx, viewId)),
};

export const deleteView = defineCommand({
  name: 'tickets.delete-view',
  permission: 'ticket.read',
  input: z.strictObject({ viewId: id() }),
  output: Removed,
  async run(ctx, { viewId }) {
    const row = await lockOwn(ctx, viewId);
    const { sharing, owner_id: ownerId, team_id: teamId } = row;
    const removed = await keepRemoved(ctx, viewRemoval, row);
    await store.deleteView(ctx, viewId);
    ctx.emit(viewDeleted, { viewId, sharing, ownerId, teamId });
    return removed;
  },
});

/** What somebody does not see does not exist for them; what they see they may still not be the one to change. */
async function lockOwn(ctx: CommandContext, viewId: string): Promise<Row> {
  await findView(ctx.tx, ctx.actor, viewId);
  const row = await store.lockView(ctx, viewId);
  if (!mayChangeView({ sharing: row.sharing, ownerId: row.owner_id }, ctx.actor)) {
    throw new Refusal('forbidden', 'view.not_yours');
  }
  return row;
}
