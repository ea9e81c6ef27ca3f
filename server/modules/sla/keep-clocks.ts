import type { CommandContext } from '../../kernel/commands.ts';
import {
  isOpen,
  type ConditionSubject,
  type Occurrence,
  type Policy,
  type RegisteredPolicy,
  type ShownTimes,
  type TicketState,
} from '../tickets/public.ts';
import { noSteps } from './escalation/steps.ts';
import { tellEscalation } from './escalation/tell-escalation.ts';
import { readClocks, toClocks, toTicketClocks, type ClockRow } from './queries/read-clocks.ts';
import { shownOf, type Kept } from './rules/decide.ts';
import type { SlaMemory, SlaSettings } from './settings.ts';
import { dropClocks, saveClocks, type SavedClock } from './store.ts';
import { tellClocks } from './tell-clocks.ts';
import { decideKeeping, slaClocks, type TicketClocks } from './ticket-clocks.ts';

export const slaPolicy = (memory: SlaMemory): RegisteredPolicy => ({
  policy: slaClocks as Policy,
  settings: ({ tx, actor }) => memory.settings.of(actor.workspaceId, tx),
  needs: (settings) => (settings as SlaSettings).needs,
  async keep(ctx, { ticket, effects, facts }, settings) {
    const happened = effects.flat() as Occurrence[];
    const isNew = happened.some(({ kind }) => kind === 'opened');
    const rows = isNew ? [] : await readClocks(ctx.tx, ctx.actor.workspaceId, ticket.id);
    const takenIn = await rowsTakenIn(ctx, happened);
    const subject = { ticket, facts, now: ctx.now };
    return keepClocks(ctx, { subject, rows, takenIn, happened }, settings as SlaSettings);
  },
});

/** The clocks of tickets whose messages have just come into this one. */
async function rowsTakenIn(
  ctx: CommandContext,
  happened: readonly Occurrence[],
): Promise<readonly ClockRow[]> {
  const rows: ClockRow[] = [];
  for (const one of happened) {
    if (one.kind === 'took-in') {
      rows.push(...(await readClocks(ctx.tx, ctx.actor.workspaceId, one.ticketId)));
    }
  }
  return rows;
}

type Asked = {
  readonly subject: ConditionSubject;
  readonly rows: readonly ClockRow[];
  readonly takenIn?: readonly ClockRow[];
  readonly happened: readonly Occurrence[];
};

/** Decides, writes the clocks that have changed, tells what is worth telling; gives what the ticket shows. */
export async function keepClocks(
  ctx: CommandContext,
  { subject, rows, takenIn = [], happened }: Asked,
  settings: SlaSettings,
): Promise<ShownTimes> {
  const { ticket } = subject;
  const before = toTicketClocks(rows);
  const asked = { subject, before, takenIn: toClocks(takenIn), happened };
  const { was, after, kept, fires } = decideKeeping(asked, settings);
  write(ctx, ticket.id, { before, kept });
  tellClocks(ctx, { ticket, policyId: before.policyId, after });
  for (const fired of fires) {
    await tellEscalation(ctx, ticket, fired);
  }
  return was === null && after.applied === null && rows.length === 0 ? {} : timesOf(after, ticket);
}

type Moved = { readonly before: TicketClocks; readonly kept: TicketClocks };

function write(ctx: CommandContext, ticketId: string, { before, kept }: Moved): void {
  const { policyId } = kept;
  if (policyId !== null) {
    const were = new Map(savedOf(before).map((saved) => [saved.clock.target, saved]));
    const changed = savedOf(kept).filter(
      (saved) => before.policyId !== policyId || !same(saved, were.get(saved.clock.target)),
    );
    saveClocks(ctx, { ticketId, policyId }, changed);
  }
  const gone = [...before.clocks.keys()].filter((target) => !kept.clocks.has(target));
  dropClocks(ctx, ticketId, gone);
}

const savedOf = ({ clocks, steps, priorities }: TicketClocks): SavedClock[] =>
  [...clocks.values()].map((clock) => ({
    clock,
    steps: steps.get(clock.target) ?? noSteps,
    priority: priorities.get(clock.target) ?? null,
  }));

const same = (a: SavedClock, b: SavedClock | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const date = (at: number | null | undefined): Date | null =>
  at === null || at === undefined ? null : new Date(at);
const iso = (at: number | null): string | null => date(at)?.toISOString() ?? null;

/** What is over shows no clock, though one of them may still wait for an answer that is not needed any more. */
function timesOf(kept: Kept, { status, mergedInto }: TicketState): ShownTimes {
  const shown = isOpen(status) && mergedInto === null ? shownOf(kept) : null;
  return {
    due_at: date(shown?.dueAt),
    first_response_due_at: date(kept.clocks.get('first_response')?.dueAt),
    resolution_due_at: date(kept.clocks.get('resolution')?.dueAt),
    clock: shown && { ...shown, dueAt: iso(shown.dueAt), warnAt: iso(shown.warnAt) },
  };
}
