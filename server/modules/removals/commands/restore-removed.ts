import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { notifyAfterCommit } from '../../../kernel/database.ts';
import { lockRemoval, putBack, readKeptRow } from '../../../kernel/removals/put-back.ts';
import { isKept, removalKinds } from '../../../kernel/removals/removal-kinds.ts';
import { id } from '../../../kernel/text.ts';
import { Restored } from '../schema.ts';

/** One transaction: it is there again with all that follows from it, or nothing has changed. */
export const restoreRemoved = defineCommand({
  name: 'removals.restore',
  permission: 'self',
  input: z.strictObject({ removalId: id() }),
  output: Restored,
  async run(ctx, { removalId }) {
    const row = await lockRemoval(ctx, removalId);
    const kind = ctx.contributions(removalKinds).find((each) => each.kind === row.kind);
    const isSomebodyElses = kind?.ownOnly === true && row.removed_by_id !== ctx.actor.id;
    if (!kind || isSomebodyElses || !isKept(row, ctx.now)) {
      throw new Refusal('not_found', 'removal.not_found');
    }
    mustBePermitted(ctx.actor, kind.permission);
    if (row.restored_at !== null) {
      throw new Refusal('conflict', 'removal.restored');
    }
    const thing = { id: row.subject_id, name: row.name };
    const kept = { ...thing, row: await readKeptRow(ctx, removalId) };
    await kind.beforeReturn?.(ctx, kept);
    await putBack(ctx, kind, removalId);
    if (kind.notice) {
      notifyAfterCommit(ctx.tx, kind.notice, ctx.actor.workspaceId);
    }
    await kind.returned(ctx, kept);
    return { kind: row.kind, ...thing };
  },
});
