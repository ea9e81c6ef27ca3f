import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { newId } from '../../../kernel/ids.ts';
import { id } from '../../../kernel/text.ts';
import {
  BulkAct,
  BulkChanges,
  bulkQueue,
  canBeUndone,
  deedOf,
  mostTickets,
  Selection,
} from './schema.ts';
import * as store from './bulk-store.ts';
import { readAct } from './queries/bulk-acts.ts';
import { namesOf } from '../queries/named.ts';
import { mustBeOwnValues } from '../own-fields/must-be-own-values.ts';
import { requireActiveUser } from '../store.ts';

import { mustBePossibleDeed } from './deeds.ts';

/** Rights as they are now: the act is done with these, whenever its job runs. */
const storedActor = ({ kind, id: userId, name, permissions, scope, teamIds, ip }: Actor) =>
  JSON.stringify({ kind, id: userId, name, permissions: [...permissions], scope, teamIds, ip });

/** What every single ticket would be refused for is refused at once. */
async function mustBePossible(ctx: CommandContext, changes: BulkChanges): Promise<void> {
  const { assigneeId, teamId, categoryId, ...others } = changes;
  if (deedOf(changes)) {
    await mustBePossibleDeed(ctx, changes);
    return;
  }
  if (assigneeId !== undefined || teamId !== undefined) {
    mustBePermitted(ctx.actor, 'ticket.assign');
  }
  if (categoryId !== undefined || Object.keys(others).length > 0) {
    mustBePermitted(ctx.actor, 'ticket.change');
  }
  await mustBeThere(ctx, changes);
}

async function mustBeThere(
  ctx: CommandContext,
  { assigneeId, teamId, categoryId, fields: values, type }: BulkChanges,
): Promise<void> {
  if (assigneeId) {
    await requireActiveUser(ctx, assigneeId);
  }
  await (teamId && namesOf(ctx, 'teamId', [teamId]));
  await (categoryId && namesOf(ctx, 'categoryId', [categoryId]));
  await (values &&
    mustBeOwnValues(ctx, [{ at: (name) => `changes.fields.${name}`, values, type: type ?? null }]));
}

type Begun = {
  readonly changes: object;
  readonly undoOf: string | null;
  targets(actId: string): Promise<number>;
};

async function begin(ctx: CommandContext, { changes, undoOf, targets }: Begun): Promise<BulkAct> {
  const { id: userId } = ctx.actor;
  if (userId === null) {
    throw new Refusal('forbidden', 'bulk.of_nobody');
  }
  const actId = newId();
  await store.deleteOldActs(ctx);
  await store.insertAct(ctx, {
    id: actId,
    user_id: userId,
    actor: storedActor(ctx.actor),
    changes: JSON.stringify(changes),
    state: 'running',
    total: 0,
    undo_of: undoOf,
    created_at: ctx.now,
    finished_at: null,
  });
  const total = await targets(actId);
  if (total === 0) {
    throw new Refusal('not_allowed', 'bulk.nothing');
  }
  if (total > mostTickets) {
    throw new Refusal('not_allowed', 'bulk.too_many', { detail: String(mostTickets) });
  }
  await store.saveAct(ctx, actId, { total });
  ctx.enqueue({ queue: bulkQueue, payload: { bulkActId: actId } });
  return readAct(ctx.tx, ctx.actor, actId);
}

/** Chooses the tickets now; they are changed one after the other by a job, each through the one door. */
export const startBulkAct = defineCommand({
  name: 'tickets.start-bulk-act',
  permission: 'ticket.read',
  input: z.strictObject({ tickets: Selection, changes: BulkChanges }),
  output: BulkAct,
  async run(ctx, { tickets, changes }) {
    await mustBePossible(ctx, changes);
    return begin(ctx, {
      changes,
      undoOf: null,
      targets: (actId) => store.insertTargets(ctx, actId, tickets),
    });
  },
});

export const cancelBulkAct = defineCommand({
  name: 'tickets.cancel-bulk-act',
  permission: 'ticket.read',
  input: z.strictObject({ bulkActId: id() }),
  output: BulkAct,
  async run(ctx, { bulkActId }) {
    const { state } = await store.lockAct(ctx, bulkActId);
    if (state === 'running') {
      await store.saveAct(ctx, bulkActId, { state: 'cancelling' });
    }
    return readAct(ctx.tx, ctx.actor, bulkActId);
  },
});

/** Takes back what the act has changed, where nobody has changed it since. */
export const undoBulkAct = defineCommand({
  name: 'tickets.undo-bulk-act',
  permission: 'ticket.read',
  input: z.strictObject({ bulkActId: id() }),
  output: BulkAct,
  async run(ctx, { bulkActId }) {
    const act = await store.lockAct(ctx, bulkActId);
    const { undoneBy } = await readAct(ctx.tx, ctx.actor, bulkActId);
    if (act.state === 'running' || act.state === 'cancelling') {
      throw new Refusal('conflict', 'bulk.still_running');
    }
    if (!canBeUndone(act.changes)) {
      throw new Refusal('not_allowed', 'bulk.cannot_undo');
    }
    if (undoneBy !== null) {
      throw new Refusal('conflict', 'bulk.undone_already');
    }
    return begin(ctx, {
      changes: {},
      undoOf: bulkActId,
      targets: (actId) => store.insertTargetsOfUndo(ctx, actId, bulkActId),
    });
  },
});
