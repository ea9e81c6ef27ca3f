import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { noteChange } from '../notice.ts';
import { forgetPlace } from '../steps/step-store.ts';
import { toStatus } from '../queries/list-statuses.ts';
import { OwnStatus, statusFields } from '../schema.ts';
import { moveQueue } from './queue.data.ts';
import * as store from './status-store.ts';

const mostStatuses = 200;

const said = ({ type, class: stands, name, otherName, colour, shape }: OwnStatus) => ({
  type,
  class: stands,
  name,
  otherName,
  colour,
  shape,
});

function note(ctx: CommandContext, before: OwnStatus | null, after: OwnStatus | null): void {
  const { id: statusId, name } = (after ?? before) as OwnStatus;
  noteChange(ctx, {
    kind: 'status',
    id: statusId,
    name,
    before: before && said(before),
    after: after && said(after),
  });
}

/** Two of one type must be told apart by whoever chooses. */
function mustBeFree(
  all: readonly store.StatusRecord[],
  { type, name, id: own }: { readonly type: string; readonly name: string; readonly id?: string },
): void {
  const taken = all.some(
    (row) =>
      row.type === type &&
      !row.retired &&
      row.id !== own &&
      row.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) {
    throw invalid('name', 'taken');
  }
}

export const addStatus = defineCommand({
  name: 'workflow.add-status',
  permission: 'workflow.change',
  input: z.strictObject({
    ...statusFields,
    otherName: statusFields.otherName.default(null),
    colour: statusFields.colour.default('gray'),
    /** Left out: the mark of its class. */
    shape: statusFields.shape.optional(),
  }),
  output: OwnStatus,
  async run(ctx, { otherName, shape, ...asked }) {
    await store.lockStatuses(ctx);
    const all = await store.allStatuses(ctx);
    mustBeFree(all, asked);
    if (all.length >= mostStatuses) {
      throw new Refusal('not_allowed', 'own_status.too_many');
    }
    const statusId = newId();
    const position = Math.max(0, ...all.map((row) => row.position)) + 1;
    const row = {
      ...asked,
      shape: shape ?? asked.class,
      id: statusId,
      other_name: otherName,
      position,
      moves_to: null,
    };
    await store.insertStatus(ctx, row);
    const after = toStatus(await store.statusOf(ctx, statusId));
    note(ctx, null, after);
    return after;
  },
});

/** Tickets of a status whose class changes follow it, or go to another status: that is asked for where there are any. */
export const changeStatus = defineCommand({
  name: 'workflow.change-status',
  permission: 'workflow.change',
  input: z.strictObject({
    statusId: id(),
    version: version().optional(),
    name: statusFields.name.optional(),
    otherName: statusFields.otherName.optional(),
    colour: statusFields.colour.optional(),
    shape: statusFields.shape.optional(),
    class: statusFields.class.optional(),
    moveTo: id().optional(),
  }),
  output: OwnStatus,
  async run(ctx, { statusId, version: seen, moveTo, otherName, ...asked }) {
    await store.lockStatuses(ctx);
    const row = await store.statusOf(ctx, statusId);
    mustBeCurrent(row, seen);
    if (asked.name !== undefined) {
      mustBeFree(await store.allStatuses(ctx), { ...row, name: asked.name });
    }
    const isRemapped = asked.class !== undefined && asked.class !== row.class;
    const goal = isRemapped ? await goalOf(ctx, row, moveTo) : null;
    await store.saveStatus(ctx, statusId, {
      ...asked,
      ...(otherName !== undefined && { other_name: otherName }),
      ...(isRemapped && { moves_to: goal }),
      version: row.version + 1,
    });
    if (goal !== null) {
      ctx.enqueue({ queue: moveQueue, payload: { statusId } });
    }
    const after = toStatus(await store.statusOf(ctx, statusId));
    note(ctx, toStatus(row), after);
    return after;
  },
});

/** Null: nobody is in it. @throws Refusal when somebody is and it was not said where they go */
async function goalOf(
  ctx: CommandContext,
  row: store.StatusRecord,
  moveTo: string | undefined,
): Promise<string | null> {
  if (moveTo === undefined) {
    if (await store.isInUse(ctx, row.id)) {
      throw new Refusal('conflict', 'own_status.in_use');
    }
    return null;
  }
  const goal = await store.statusOf(ctx, moveTo);
  if (goal.type !== row.type) {
    throw invalid('moveTo', 'not_allowed');
  }
  return goal.id;
}

export const orderStatuses = defineCommand({
  name: 'workflow.order-statuses',
  permission: 'workflow.change',
  input: z.strictObject({ ids: z.array(id()).min(1).max(mostStatuses) }),
  output: z.object({ items: z.array(OwnStatus) }),
  async run(ctx, { ids }) {
    await store.lockStatuses(ctx);
    const known = new Set((await store.allStatuses(ctx)).map((row) => row.id));
    if (ids.some((each) => !known.has(each))) {
      throw new Refusal('not_found', 'own_status.not_found');
    }
    await store.saveOrder(ctx, ids);
    noteChange(ctx, { kind: 'status', id: '', name: '', before: {}, after: { order: ids } });
    return { items: (await store.allStatuses(ctx)).map(toStatus) };
  },
});

/** The last status of a type leaves its tickets with the six that everybody knows. */
export const removeStatus = defineCommand({
  name: 'workflow.remove-status',
  permission: 'workflow.change',
  input: z.strictObject({ statusId: id(), moveTo: id().optional() }),
  output: z.object({}),
  async run(ctx, { statusId, moveTo }) {
    await store.lockStatuses(ctx);
    const row = await store.statusOf(ctx, statusId);
    if (moveTo === statusId) {
      throw invalid('moveTo', 'not_allowed');
    }
    const others = (await store.allStatuses(ctx)).filter(
      (each) => each.type === row.type && each.id !== statusId && !each.retired,
    );
    const goal =
      others.length === 0 && moveTo === undefined ? null : await goalOf(ctx, row, moveTo);
    await store.saveStatus(ctx, statusId, { retired: true, moves_to: goal });
    await forgetPlace(ctx, row.type, statusId);
    ctx.enqueue({ queue: moveQueue, payload: { statusId } });
    note(ctx, toStatus(row), null);
    return {};
  },
});
