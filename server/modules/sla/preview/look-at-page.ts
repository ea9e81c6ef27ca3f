import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { noFacts, readAskedFacts, stateOf, type TicketRecord } from '../../tickets/public.ts';
import { readClocksOf, toTicketClocks } from '../queries/read-clocks.ts';
import { compareTicket, addFound } from './compare.ts';
import { readBothSettings } from './draft-settings.ts';
import { lockPreview, savePreview } from './preview-store.ts';
import { openTickets, ticketsAtOnce } from './queries/open-tickets.ts';
import { SlaDraft, SlaFound, type SlaChange } from './schema.ts';

/** Some of the open tickets, in the order of their ids; progress and result are one transaction, so that a repetition counts nothing twice. */
export const lookAtPage = defineCommand({
  name: 'sla.look-at-page',
  permission: 'sla.change',
  input: z.strictObject({ previewId: z.string(), after: z.string() }),
  output: z.object({ next: z.string().nullable() }),

  async run(ctx, { previewId, after }) {
    const preview = await lockPreview(ctx, previewId);
    if (!preview) {
      return { next: null };
    }
    const rows = await openTickets(ctx.tx, ctx.actor.workspaceId, after);
    const changes = await changesOf(ctx, SlaDraft.parse(preview.draft), rows);
    const next = rows.length < ticketsAtOnce ? null : (rows.at(-1)?.id ?? null);
    await savePreview(ctx, previewId, {
      looked: preview.looked + rows.length,
      found: addFound(SlaFound.parse(preview.found), changes),
      done: next === null,
    });
    return { next };
  },
});

async function changesOf(
  ctx: CommandContext,
  draft: SlaDraft,
  rows: readonly TicketRecord[],
): Promise<SlaChange[]> {
  const { contributions, now } = ctx;
  const { workspaceId } = ctx.actor;
  const settings = await readBothSettings(ctx.tx, workspaceId, draft);
  const tickets = rows.map(stateOf);
  const ids = tickets.map(({ id }) => id);
  const clocks = Map.groupBy(await readClocksOf(ctx.tx, workspaceId, ids), (row) => row.ticket_id);
  const needs = settings.current.needs;
  const wanted = settings.draft.needs;
  const facts = await readAskedFacts(
    ctx.tx,
    {
      contributions,
      workspaceId,
      now,
      needs: {
        requester: needs.requester || wanted.requester,
        message: needs.message || wanted.message,
        workingTime: needs.workingTime === true || wanted.workingTime === true,
      },
    },
    tickets,
  );
  return tickets.flatMap((ticket) => {
    const subject = { ticket, facts: facts.get(ticket.id) ?? noFacts, now };
    const own = toTicketClocks(clocks.get(ticket.id) ?? []);
    const change = compareTicket({ subject, clocks: own, ...settings });
    return change ? [change] : [];
  });
}
