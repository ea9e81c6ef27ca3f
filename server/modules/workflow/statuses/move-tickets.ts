import { z } from 'zod';
import { systemActor } from '../../../kernel/actor.ts';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { OutsideJob } from '../../../kernel/jobs.ts';
import { applyTo, type Changes } from '../../tickets/public.ts';
import { noteChange } from '../notice.ts';
import { moveQueue } from './queue.data.ts';
import * as store from './status-store.ts';

const atOnce = 100;

/**
 * Some tickets of a status that goes away or stands for something else now go where it was said. Each passes the door as any
 * other change, and is found no more once it has: a crash, or two at once, move no ticket twice.
 */
export const moveSomeTickets = defineCommand({
  name: 'workflow.move-some-tickets',
  permission: 'workflow.change',
  input: z.strictObject({ statusId: z.string() }),
  output: z.object({ more: z.boolean() }),
  async run(ctx, { statusId }) {
    const row = (await store.allStatuses(ctx)).find(({ id }) => id === statusId);
    if (!row || (!row.retired && row.moves_to === null)) {
      return { more: false };
    }
    const unless = row.retired ? null : row.class;
    const tickets = await store.lockSomeIn(ctx, row.id, { unless, limit: atOnce });
    const code = row.retired ? 'own_status_removed' : 'own_status_remapped';
    for (const ticket of tickets) {
      await applyTo(ctx, ticket, {
        changes: changesFor(row),
        occurrences: [],
        free: true,
        reason: { code, params: { name: row.name } },
      });
    }
    if (tickets.length === atOnce) {
      return { more: true };
    }
    await finish(ctx, row);
    return { more: false };
  },
});

/** Those that follow a remapped status only change their class. */
const changesFor = ({ id, class: stands, moves_to: goal }: store.StatusRecord): Changes =>
  goal === id ? { status: stands } : { ownStatusId: goal };

async function finish(ctx: CommandContext, row: store.StatusRecord): Promise<void> {
  if (row.retired) {
    await store.forgetInTheDead(ctx, row.id);
    await store.deleteStatus(ctx, row.id);
  } else {
    await store.saveStatus(ctx, row.id, { moves_to: null });
  }
  const { id, name } = row;
  noteChange(ctx, { kind: 'status', id, name, before: { moving: true }, after: { moving: false } });
}

export const moveTickets = ({ executor }: { readonly executor: () => Executor }): OutsideJob => ({
  name: moveQueue,
  concurrency: 1,
  retries: 20,
  retryDelaySeconds: 1,
  expireSeconds: 3600,
  async run(job) {
    const statusId = String(job.payload['statusId']);
    const self = systemActor(job.workspaceId, 'workflow');
    let more = true;
    while (more) {
      if (job.signal.aborted) {
        throw new Error('this process ends; another goes on with moving tickets');
      }
      ({ more } = await executor().execute(moveSomeTickets, { statusId }, self));
    }
  },
});
