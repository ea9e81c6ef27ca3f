import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { writeAnswer } from '../answer.ts';
import { applyTo, stateOf } from '../door.ts';
import { followerAdded, followerRemoved } from '../events.ts';
import { lockBoth } from '../lock-both.ts';
import { mergeInto, mustBeMergeable } from '../moves/merge-ticket.ts';
import { takeMoveBack } from '../moves/undo-move.ts';
import { requireTicketId } from '../queries/require-ticket.ts';
import { isOpen, type Changes } from '../rules/ticket.ts';
import { timeAhead } from '../snooze/snooze-ticket.ts';
import { putIntoSpam, takeOutOfSpam } from '../spam/spam.ts';
import { addFollower, lockTicket, removeFollower, type TicketRecord } from '../store.ts';
import { writtenText } from '../written-text.ts';
import { difference, patchFor, undoPatch } from './bulk-rules.ts';
import type { Result } from './bulk-store.ts';
import { lastChangerOf } from './queries/bulk-acts.ts';
import { deedOf, type BulkChanges, type Deed, type Kept } from './schema.ts';

type Asked<D extends Deed> = NonNullable<BulkChanges[D]>;
type Doing = { [D in Deed]: (ctx: CommandContext, id: string, asked: Asked<D>) => Promise<Result> };
type Remembered = { readonly before: object; readonly after: object };

/** What the act has done to the ticket, what policies added to it included: that is what an undo has to take back. */
function changed(before: TicketRecord, after: TicketRecord): Result {
  const fields = difference(stateOf(before), stateOf(after));
  return { outcome: fields ? 'changed' : 'same', ...fields };
}

async function write(
  ctx: CommandContext,
  ticketId: string,
  visibility: 'public' | 'internal',
  { status, ...words }: Asked<'answer'>,
): Promise<Result> {
  const ticket = await lockTicket(ctx, ticketId);
  const { id, name, kind } = ctx.actor;
  const isPerson = kind === 'user' || kind === 'token';
  const { ticket: after } = await writeAnswer(
    ctx,
    ticket,
    { kind: isPerson ? 'user' : 'system', id, name, address: null },
    {
      visibility,
      text: writtenText(words),
      attachments: [],
      cc: [],
      changes: status ? { status } : {},
    },
  );
  return { ...changed(ticket, after), outcome: 'changed' };
}

const doing: Doing = {
  answer: (ctx, ticketId, asked) => write(ctx, ticketId, 'public', asked),
  note: (ctx, ticketId, asked) => write(ctx, ticketId, 'internal', asked),

  async snooze(ctx, ticketId, until) {
    const row = await lockTicket(ctx, ticketId);
    if (row.merged_into === null && !isOpen(row.status)) {
      throw new Refusal('not_allowed', 'snooze.not_open');
    }
    const snooze = until === 'answer' ? until : timeAhead(until, ctx.now);
    return changed(row, await applyTo(ctx, row, { changes: { snooze }, occurrences: [] }));
  },

  async mergeInto(ctx, ticketId, into) {
    if (ticketId === into) {
      return { outcome: 'same' };
    }
    const [source, target] = await lockBoth(ctx, ticketId, into);
    mustBeMergeable({ source, target });
    const moveId = await mergeInto(ctx, { source, target });
    return { outcome: 'changed', before: {}, after: { moveId } };
  },

  async spam(ctx, ticketId, spam) {
    const row = await lockTicket(ctx, ticketId);
    return changed(row, await (spam ? putIntoSpam : takeOutOfSpam)(ctx, row));
  },

  async follow(ctx, ticketId, following) {
    const { id } = await lockTicket(ctx, ticketId);
    return (await setFollowing(ctx, id, following))
      ? { outcome: 'changed', before: { following: !following }, after: { following } }
      : { outcome: 'same' };
  },
};

/** False: it was so already. */
async function setFollowing(
  ctx: CommandContext,
  ticketId: string,
  following: boolean,
): Promise<boolean> {
  const { id: userId, name } = ctx.actor;
  const isNew =
    userId !== null && (await (following ? addFollower : removeFollower)(ctx, ticketId, userId));
  if (isNew) {
    const self = { id: userId, name };
    ctx.emit(
      following ? followerAdded : followerRemoved,
      { ticketId },
      {
        ticketId,
        changes: [
          { field: 'follower', from: following ? null : self, to: following ? self : null },
        ],
      },
    );
  }
  return isNew;
}

/** One ticket of an act, whose place in it is locked. @throws Refusal as the same act upon one ticket would */
export async function doDeed(
  ctx: CommandContext,
  ticketId: string,
  changes: BulkChanges,
): Promise<Result> {
  const deed = deedOf(changes);
  if (deed) {
    return doing[deed](ctx, ticketId, changes[deed] as never);
  }
  const row = await lockTicket(ctx, ticketId);
  const patch = patchFor(stateOf(row), changes);
  return changed(row, await applyTo(ctx, row, { changes: patch, occurrences: [] }));
}

/** Takes back what the record of an act says about this ticket, where nobody has changed it since. */
export async function undoDeed(
  ctx: CommandContext,
  ticketId: string,
  record: Remembered,
): Promise<Result> {
  const { moveId, following, status } = record.after as {
    moveId?: string;
    following?: boolean;
    status?: string;
  };
  if (moveId !== undefined) {
    await takeMoveBack(ctx, { ticketId, moveId });
    return { outcome: 'changed' };
  }
  const row = await lockTicket(ctx, ticketId);
  if (following !== undefined) {
    const isBack = await setFollowing(ctx, row.id, !following);
    return { outcome: isBack ? 'changed' : 'same' };
  }
  return status === 'spam' && row.status === 'spam'
    ? changed(row, await takeOutOfSpam(ctx, row))
    : undoFields(ctx, row, record);
}

async function undoFields(
  ctx: CommandContext,
  row: TicketRecord,
  { before, after }: Remembered,
): Promise<Result> {
  const { patch, kept } = undoPatch(stateOf(row), {
    before: before as Changes,
    after: after as Changes,
  });
  const { snooze } = patch;
  if (snooze && snooze !== 'answer' && new Date(snooze) <= ctx.now) {
    delete patch.snooze;
  }
  const restored =
    patch.status === 'spam'
      ? await putIntoSpam(ctx, row)
      : await applyTo(ctx, row, { changes: patch, occurrences: [], free: true });
  const result = changed(row, restored);
  return kept.length === 0
    ? result
    : { ...result, outcome: 'kept', kept: await withChangers(ctx, row.id, kept) };
}

const eventFields: { readonly [field: string]: string } = {
  assigneeId: 'assignee',
  teamId: 'team',
  categoryId: 'category',
};

async function withChangers(
  ctx: CommandContext,
  ticketId: string,
  fields: readonly string[],
): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const name of fields) {
    const field = eventFields[name] ?? name;
    const by = await lastChangerOf(ctx.tx, ctx.actor.workspaceId, { ticketId, field });
    kept.push({ field, by });
  }
  return kept;
}

const permissions: { readonly [D in Deed]: string } = {
  answer: 'ticket.reply',
  note: 'ticket.note',
  snooze: 'ticket.snooze',
  mergeInto: 'ticket.merge',
  spam: 'ticket.change',
  follow: 'ticket.read',
};

/** What every single ticket would be refused for is refused at once. */
export async function mustBePossibleDeed(ctx: CommandContext, changes: BulkChanges): Promise<void> {
  const deed = deedOf(changes);
  if (deed) {
    mustBePermitted(ctx.actor, permissions[deed]);
  }
  if (changes.answer?.status) {
    mustBePermitted(ctx.actor, 'ticket.change');
  }
  if (changes.snooze && changes.snooze !== 'answer') {
    timeAhead(changes.snooze, ctx.now);
  }
  if (changes.mergeInto) {
    await requireTicketId(ctx.tx, ctx.actor, changes.mergeInto);
  }
}
