import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import {
  applyTo,
  lockTicket,
  noFacts,
  readAskedFacts,
  stateOf,
  type ShownTimes,
  type TicketRecord,
} from '../../tickets/public.ts';
import { keepClocks } from '../keep-clocks.ts';
import { readClocks } from '../queries/read-clocks.ts';
import { readSettings, type SlaSettings } from '../settings.ts';

/** Looks at the clocks of a ticket under its lock: alarms that have come are told, each once whoever else looks. */
export const lookBy = (settingsOf: (ctx: CommandContext) => Promise<SlaSettings>) =>
  defineCommand({
    name: 'sla.look-at-clocks',
    permission: 'ticket.change',
    input: z.strictObject({ ticketId: z.string() }),
    output: z.object({}),

    async run(ctx, { ticketId }) {
      const row = await lockTicket(ctx, ticketId);
      const { workspaceId } = ctx.actor;
      const settings = await settingsOf(ctx);
      const rows = await readClocks(ctx.tx, workspaceId, ticketId);
      const ticket = stateOf(row);
      const { contributions, now } = ctx;
      const asked = { contributions, needs: settings.needs, workspaceId, now };
      const facts = (await readAskedFacts(ctx.tx, asked, [ticket])).get(ticketId) ?? noFacts;
      const subject = { ticket, facts, now };
      const times = await keepClocks(ctx, { subject, rows, happened: [] }, settings);
      if (differ(times, row)) {
        await applyTo(ctx, row, { changes: {}, occurrences: [], also: times });
      }
      return {};
    },
  });

/** By what policies say at this very moment, whether this process has heard of it or not. */
export const lookAtClocks = lookBy(({ tx, actor }) => readSettings(tx, actor.workspaceId));

/** A look that finds nothing new leaves the ticket as it is: nobody's edit is refused, and lists keep their order. */
const differ = (times: ShownTimes, row: TicketRecord): boolean =>
  (Object.keys(times) as (keyof ShownTimes)[]).some(
    (name) => said(times[name]) !== said(row[name]),
  );

/** The database gives the keys of a clock in an order of its own. */
const said = (value: unknown): string =>
  value === null || value === undefined || value instanceof Date
    ? String(value?.getTime())
    : JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
