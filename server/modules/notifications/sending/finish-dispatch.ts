import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { retryPlan } from '../../channels/public.ts';
import { customerTold, dispatchFailed } from '../events.ts';
import type { NoticeTables } from '../tables.ts';
import { endDispatch, lockDispatch, putOff, saveDispatch, type Dispatch } from './dispatch-rows.ts';

/** What came of an attempt. */
export type Outcome = {
  readonly kind: 'done' | 'again' | 'failed';
  readonly problem: string | null;
  /** Devices that have it now. */
  readonly reached: readonly string[];
  /** Devices that are no more. */
  readonly gone: readonly string[];
};

/** A call of the browser is no news after an hour; a letter is. */
const mostCalls = 7;

/** Records it; what time may mend is tried again, as letters are. */
export const finishDispatch = defineCommand({
  name: 'notifications.finish-dispatch',
  permission: 'notice.add',
  input: z.strictObject({
    dispatchId: z.string(),
    /** Another sender may have taken over from one that seemed dead. */
    attempt: z.int(),
    outcome: z.custom<Outcome>(),
    jitter: z.number(),
  }),
  output: z.object({ state: z.string() }),

  async run(ctx, { dispatchId, attempt, outcome, jitter }) {
    const row = await lockDispatch(ctx, dispatchId);
    if (row?.state !== 'sending' || row.attempts !== attempt) {
      return { state: row?.state ?? 'gone' };
    }
    await noteDevices(ctx, row, outcome);
    if (outcome.kind === 'again') {
      const next = nextTry(row, { now: ctx.now, jitter });
      if (next) {
        await saveDispatch(ctx, row.id, { problem: outcome.problem });
        await putOff(ctx, row, next);
        return { state: 'sending' };
      }
    }
    return { state: await end(ctx, row, outcome) };
  },
});

async function end(ctx: CommandContext, row: Dispatch, { kind, problem }: Outcome) {
  const state = kind === 'done' ? 'done' : 'failed';
  await endDispatch(ctx, row.id, state, problem);
  if (state === 'failed') {
    const { id: dispatchId, way } = row;
    ctx.emit(dispatchFailed, { dispatchId, way, problem: problem ?? '' });
  }
  if (state === 'done' && row.person_id !== null && row.ticket_id !== null) {
    const { ticket_id: ticketId, kind: told } = row;
    ctx.emit(customerTold, { ticketId, kind: told }, { ticketId, personId: row.person_id });
  }
  return state;
}

function nextTry(
  { way, attempts, created_at: createdAt, due_at: dueAt }: Dispatch,
  when: { now: Date; jitter: number },
): Date | null {
  if (way === 'push' && attempts >= mostCalls) {
    return null;
  }
  // A digest is made a day before its first attempt.
  const first = attempts === 1 ? dueAt : createdAt;
  const plan = retryPlan(attempts, first, when);
  return plan.kind === 'retry' ? plan.at : null;
}

async function noteDevices(
  ctx: CommandContext,
  row: Dispatch,
  { reached, gone }: Outcome,
): Promise<void> {
  const devices = ctx.tx.withTables<NoticeTables>();
  if (reached.length > 0) {
    await saveDispatch(ctx, row.id, { reached: [...row.reached, ...reached] });
    await devices
      .updateTable('push_device')
      .set({ used_at: ctx.now })
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', 'in', [...reached])
      .execute();
  }
  if (gone.length > 0) {
    await devices
      .deleteFrom('push_device')
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', 'in', [...gone])
      .execute();
  }
}
