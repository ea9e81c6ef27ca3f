import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Parcel } from '../timing/when.ts';
import { dispatchQueue } from '../sending/queue.data.ts';
import type { NoticeTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now' | 'enqueue'>;

export type NewDispatch = Parcel & {
  readonly way: 'mail' | 'push';
  readonly userId: string;
  readonly ticketId: string | null;
};

/** The one that still waits with such things, or a new one, which is then on its way. */
export async function gatherInto(ctx: Context, wanted: NewDispatch): Promise<string> {
  const { way, userId, ticketId, bucket, dueAt, urgent } = wanted;
  const { id, created } = await ctx.tx
    .withTables<NoticeTables>()
    .insertInto('notice_dispatch')
    .values({
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      way,
      user_id: userId,
      person_id: null,
      ticket_id: ticketId,
      kind: 'notices',
      bucket,
      urgent,
      state: 'waiting',
      due_at: dueAt,
      problem: null,
      words: null,
      created_at: ctx.now,
      finished_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'user_id', 'way', 'bucket'])
        // Written out: a parameter would not be known to match the index.
        .where(sql<boolean>`state = 'waiting'`)
        .where('user_id', 'is not', null)
        .doUpdateSet({ bucket }),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('created')])
    .executeTakeFirstOrThrow();
  if (created) {
    ctx.enqueue({
      queue: dispatchQueue.name,
      payload: { dispatchId: id },
      startAfter: dueAt,
    });
  }
  return id;
}
