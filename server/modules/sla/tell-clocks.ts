import type { CommandContext } from '../../kernel/commands.ts';
import type { EventSubject } from '../../kernel/events.ts';
import type { TicketState } from '../tickets/public.ts';
import { slaApplied, slaBreached, slaMet, slaPaused, slaResumed, slaWarned } from './events.ts';
import { usedBy } from './rules/clock.ts';
import type { Decided } from './rules/decide.ts';

type Telling = {
  readonly ticket: TicketState;
  /** Of the policy before. */
  readonly policyId: string | null;
  readonly after: Decided;
};

const events = { warned: slaWarned, breached: slaBreached, met: slaMet } as const;
const joint = { paused: slaPaused, resumed: slaResumed } as const;

/** Each fact once: it is decided under the ticket's lock, and the clock remembers it. */
export function tellClocks(ctx: CommandContext, telling: Telling): void {
  const { ticket, policyId: was, after } = telling;
  const id = after.applied?.id ?? null;
  if (id !== was) {
    tellPolicy(ctx, ticket.id, after.applied);
  }
  for (const { kind, target, share = 1 } of after.told) {
    if (kind !== 'paused' && kind !== 'resumed') {
      const about = { ticketId: ticket.id, target, policyId: id ?? was ?? '', share };
      ctx.emit(events[kind], about, said(ticket, target));
    }
  }
  tellPauses(ctx, telling);
}

const said = ({ id }: TicketState, to: string | string[]): EventSubject => ({
  ticketId: id,
  changes: [{ field: 'slaTarget', from: null, to }],
});

function tellPolicy(ctx: CommandContext, ticketId: string, applied: Decided['applied']): void {
  const policy = applied ? applied.name : null;
  const changes = [{ field: 'slaPolicy', from: null, to: policy }];
  ctx.emit(
    slaApplied,
    { ticketId, policyId: applied ? applied.id : null, policy },
    { ticketId, changes },
  );
}

const minuteMs = 60_000;

function tellPauses(ctx: CommandContext, { ticket, after }: Telling): void {
  for (const kind of ['paused', 'resumed'] as const) {
    const targets = after.told.filter((one) => one.kind === kind).map(({ target }) => target);
    if (targets.length > 0) {
      const why = ticket.mergedInto === null ? ticket.status : 'merged';
      const usedMinutes = Object.fromEntries(
        targets.map((target) => [target, usedMinutesOf(after, target, ctx.now)]),
      );
      const own = why === ticket.status ? ticket.ownStatusId : null;
      const told = {
        ticketId: ticket.id,
        targets,
        status: why,
        ...(own !== null && { ownStatusId: own }),
        usedMinutes,
      };
      ctx.emit(joint[kind], told, said(ticket, targets));
    }
  }
}

function usedMinutesOf({ clocks, applied }: Decided, target: string, now: Date): number {
  const [clock, terms] = [clocks.get(target), applied?.terms.get(target)];
  return clock && terms ? Math.floor(usedBy(clock, now.getTime(), terms.keeper) / minuteMs) : 0;
}
