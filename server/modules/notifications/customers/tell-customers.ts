import type { CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Happened } from '../rules/happened.ts';
import { dispatchQueue } from '../sending/queue.data.ts';
import type { NoticeTables } from '../tables.ts';
import type { Surroundings } from '../queries/read-around.ts';
import { readCustomerNotices } from './read-settings.ts';
import {
  breathOf,
  customerEvents,
  customerTellings,
  type CustomerTelling,
} from './what-customers-are-told.ts';

export { customerEvents };

/** A state that is taken back at once is not told. */
const settlesMs = 60_000;

/** Begins the letters that the company wants its customers to get. */
export async function tellCustomers(
  ctx: CommandContext,
  events: readonly Happened[],
  around: Surroundings,
): Promise<void> {
  const concerned = events.filter(({ name }) => customerEvents.includes(name));
  if (concerned.length === 0) {
    return;
  }
  const settings = (await readCustomerNotices(ctx.tx, ctx.actor.workspaceId)).filter(
    ({ channelIds }) => channelIds.length > 0,
  );
  if (settings.length === 0) {
    return;
  }
  const answered = new Set(
    concerned.filter(({ name }) => name === 'message.written').map((event) => breathOf(event)),
  );
  for (const event of concerned) {
    for (const telling of customerTellings(event, around.of(event), answered)) {
      const ticket = around.tickets.get(telling.ticketId);
      const setting = settings.find(({ kind }) => kind === telling.kind);
      if (ticket?.channelId && setting?.channelIds.includes(ticket.channelId)) {
        await begin(ctx, telling, ticket.requesterId);
      }
    }
  }
}

async function begin(
  ctx: CommandContext,
  { kind, ticketId, fact, status }: CustomerTelling,
  personId: string,
): Promise<void> {
  const dueAt = new Date(ctx.now.getTime() + (status === null ? 0 : settlesMs));
  const added = await ctx.tx
    .withTables<NoticeTables>()
    .insertInto('notice_dispatch')
    .values({
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      way: 'mail',
      user_id: null,
      person_id: personId,
      ticket_id: ticketId,
      kind,
      bucket: fact,
      urgent: false,
      state: 'waiting',
      due_at: dueAt,
      problem: null,
      words: JSON.stringify({ status }),
      created_at: ctx.now,
      finished_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'bucket']).where('person_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (added) {
    ctx.enqueue({
      queue: dispatchQueue.name,
      payload: { dispatchId: added.id },
      startAfter: dueAt,
    });
  }
}
