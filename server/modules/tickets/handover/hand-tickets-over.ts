import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { lockMerge } from '../../customers/public.ts';
import { requesterChanged } from './events.ts';
import { handoverQueue } from './queue.data.ts';
import * as store from './handover-store.ts';

/** So many tickets in one transaction: each is locked, and others may be waiting for it. */
export const ticketsAtOnce = 100;

/**
 * Two people were merged: the tickets, messages and places in conversations of the one who is gone become those of the one
 * who stays, or, when the merge was undone, go back. Repeating it does nothing again; the answer is how many were left for
 * the next time to look at.
 */
export const handTicketsOver = defineCommand({
  name: 'tickets.hand-over',
  permission: 'ticket.change',
  input: z.strictObject({ mergeId: id() }),
  output: z.object({ handedOver: z.int() }),

  async run(ctx, { mergeId }) {
    // Shared: nobody undoes the merge while its tickets are on their way.
    const merge = await lockMerge(ctx, mergeId, 'share');
    if (!merge) {
      return { handedOver: 0 };
    }
    const people = { mergeId, mergedId: merge.merged_id, keptId: merge.kept_id };
    const handedOver =
      merge.undone_at === null ? await handOver(ctx, people) : await takeBack(ctx, people);
    return { handedOver };
  },
});

/** The first tickets at once, with the merge's own reaction; the rest, and what came meanwhile, by a job. */
export const beginHandover = defineCommand({
  name: 'tickets.begin-handover',
  permission: 'ticket.change',
  input: z.strictObject({ mergeId: id() }),
  output: z.null(),

  async run(ctx, { mergeId }) {
    const { handedOver } = await handTicketsOver.run(ctx, { mergeId });
    if (handedOver === ticketsAtOnce) {
      ctx.enqueue({ queue: handoverQueue.name, payload: { mergeId } });
    }
    // A letter that was being taken in while the two were merged may still have found the one who is gone.
    const later = new Date(Date.now() + 60_000);
    ctx.enqueue({ queue: handoverQueue.name, payload: { mergeId }, startAfter: later });
    return null;
  },
});

type People = { readonly mergeId: string; readonly mergedId: string; readonly keptId: string };

async function handOver(ctx: CommandContext, people: People): Promise<number> {
  const tickets = await store.lockTicketsOf(ctx, people, ticketsAtOnce);
  const names = await store.namesOf(ctx, [people.mergedId, people.keptId]);
  const organizationId = await store.organizationOf(ctx, people.keptId);
  for (const ticket of tickets) {
    await store.recordHandover(ctx, people, ticket.id);
    if (ticket.requester_id === people.mergedId) {
      if (ticket.organization_id === null && organizationId !== null) {
        const { mergeId } = people;
        await store.saveOrganization(ctx, ticket.id, { organizationId, mergeId });
      }
      await store.saveRequester(ctx, ticket.id, people.keptId);
      tell(ctx, ticket.id, {
        names,
        from: people.mergedId,
        to: people.keptId,
        code: 'person.merged',
      });
    }
  }
  return tickets.length;
}

async function takeBack(ctx: CommandContext, people: People): Promise<number> {
  const handovers = await store.lockHandovers(ctx, people.mergeId, ticketsAtOnce);
  const names = await store.namesOf(ctx, [people.mergedId, people.keptId]);
  for (const handover of handovers) {
    await store.revertHandover(ctx, people, handover);
    // Somebody may have given the ticket to a third person since: then it is theirs.
    if (handover.requester && handover.requester_id === people.keptId) {
      const { took_organization_id: took } = handover;
      if (took !== null && handover.organization_id === took) {
        const nowhere = { organizationId: null, mergeId: null };
        await store.saveOrganization(ctx, handover.ticket_id, nowhere);
      }
      await store.saveRequester(ctx, handover.ticket_id, people.mergedId);
      const code = 'person.merge_undone';
      tell(ctx, handover.ticket_id, { names, from: people.keptId, to: people.mergedId, code });
    }
  }
  return handovers.length;
}

type Told = { names: ReadonlyMap<string, string>; from: string; to: string; code: string };

function tell(ctx: CommandContext, ticketId: string, { names, from, to, code }: Told): void {
  const named = (personId: string) => ({ id: personId, name: names.get(personId) ?? '' });
  ctx.emit(
    requesterChanged,
    { ticketId },
    {
      ticketId,
      personId: to,
      changes: [{ field: 'requester', from: named(from), to: named(to) }],
      reason: { code },
    },
  );
}
