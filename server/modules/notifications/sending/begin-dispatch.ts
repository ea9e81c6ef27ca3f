import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { staysHere } from '../../channels/public.ts';
import { readColleagues, type Colleague } from '../../identity/public.ts';
import { prepareCustomerLetter, type CustomerLetter } from '../customers/prepare-letter.ts';
import { sampleOf } from '../customers/sample-letter.ts';
import { devicesOf, type Device } from '../queries/list-devices.ts';
import { afterQuiet } from '../timing/hours.ts';
import { readPreferences } from '../queries/read-preferences.ts';
import type { NoticeToSend } from './compose-notice.ts';
import { endDispatch, lockDispatch, putOff, saveDispatch, type Dispatch } from './dispatch-rows.ts';
import { readNoticesOf } from './read-notices-of.ts';

type Begun = { readonly id: string; readonly attempt: number; readonly createdAt: Date };
export type ToColleague = Begun & {
  readonly to: Colleague;
  readonly zone: string;
  readonly notices: readonly NoticeToSend[];
  /** Empty for a letter. */
  readonly devices: readonly Device[];
};
export type Task =
  | (ToColleague & { readonly kind: 'mail' })
  | (ToColleague & { readonly kind: 'push' })
  | (Begun & { readonly kind: 'customer'; readonly letter: CustomerLetter });

/** While it is on its way it belongs to one sender; one that died has lost it after so long. */
const leaseMs = 90_000;

/**
 * Takes what is due and gathers what it is made of, as things are now: what was read meanwhile, may no longer be seen, or
 * belongs to somebody who has left is not sent. Null: nothing to send, or not yet.
 */
export const beginDispatch = defineCommand({
  name: 'notifications.begin-dispatch',
  permission: 'notice.add',
  input: z.strictObject({ dispatchId: z.string() }),
  output: z.custom<Task | null>(),

  async run(ctx, { dispatchId }) {
    const row = await lockDispatch(ctx, dispatchId);
    if (!row || (row.state !== 'waiting' && row.state !== 'sending')) {
      return null;
    }
    if (row.due_at > ctx.now) {
      await putOff(ctx, row, row.due_at);
      return null;
    }
    // A job whose worker has died comes back by itself and finds the lease over, or waits for that here.
    const begun = { id: row.id, attempt: row.attempts + 1, createdAt: row.created_at };
    const task =
      row.person_id === null
        ? await forColleague(ctx, row, begun)
        : await forCustomer(ctx, row, begun);
    if (task) {
      const until = new Date(ctx.now.getTime() + leaseMs);
      await saveDispatch(ctx, row.id, { state: 'sending', attempts: begun.attempt, due_at: until });
    }
    return task;
  },
});

async function forColleague(
  ctx: CommandContext,
  row: Dispatch,
  begun: Begun,
): Promise<Task | null> {
  const { workspaceId } = ctx.actor;
  const userId = row.user_id ?? '';
  const to = (await readColleagues(ctx.tx, workspaceId, [userId])).get(userId);
  if (!to) {
    return drop(ctx, row, 'gone');
  }
  if (row.kind === 'sample') {
    return { ...begun, kind: 'customer', letter: sampleOf(row, to) };
  }
  const { quiet, zone } = (await readPreferences(ctx.tx, workspaceId, [userId])).of(userId);
  const awake = row.urgent ? ctx.now : afterQuiet(ctx.now, quiet, zone);
  if (awake > ctx.now) {
    await putOff(ctx, row, awake);
    return null;
  }
  const notices = await readNoticesOf(ctx, row, to);
  if (notices.length === 0) {
    return drop(ctx, row, 'read');
  }
  return row.way === 'push'
    ? forDevices(ctx, row, { ...begun, to, zone, notices })
    : byMail(ctx, row, { ...begun, to, zone, notices });
}

type Told = Omit<ToColleague, 'devices'>;

async function forDevices(ctx: CommandContext, row: Dispatch, told: Told): Promise<Task | null> {
  const devices = (await devicesOf(ctx.tx, ctx.actor.workspaceId, told.to.id)).filter(
    ({ id }) => !row.reached.includes(id),
  );
  return devices.length === 0 ? drop(ctx, row, 'no_device') : { ...told, kind: 'push', devices };
}

async function byMail(ctx: CommandContext, row: Dispatch, told: Told): Promise<Task | null> {
  return (await mustStay(ctx, told.to.email))
    ? drop(ctx, row, 'demo')
    : { ...told, kind: 'mail', devices: [] };
}

async function forCustomer(ctx: CommandContext, row: Dispatch, begun: Begun): Promise<Task | null> {
  const prepared = await prepareCustomerLetter(ctx, row);
  if ('waitUntil' in prepared) {
    await putOff(ctx, row, prepared.waitUntil);
    return null;
  }
  if ('dropped' in prepared) {
    return drop(ctx, row, prepared.dropped);
  }
  return (await mustStay(ctx, prepared.letter.to.address))
    ? drop(ctx, row, 'demo')
    : { ...begun, kind: 'customer', letter: prepared.letter };
}

async function drop(ctx: CommandContext, { id }: Dispatch, why: string): Promise<null> {
  await endDispatch(ctx, id, 'dropped', why);
  return null;
}

async function mustStay(ctx: CommandContext, address: string): Promise<boolean> {
  for (const stays of ctx.contributions(staysHere)) {
    if (await stays(ctx, [address])) {
      return true;
    }
  }
  return false;
}
