import type { CommandContext } from '../../kernel/commands.ts';
import type { EventSubject } from '../../kernel/events.ts';
import {
  type ConditionSubject,
  type Occurrence,
  type Policy,
  type RegisteredPolicy,
  type ShownTimes,
  type TicketState,
} from '../tickets/public.ts';
import { slaApplied, slaBreached, slaMet, slaPaused, slaResumed, slaWarned } from './events.ts';
import { readClocks, toClocks, type ClockRow } from './queries/read-clocks.ts';
import { shownOf, type Decided, type Kept } from './rules/decide.ts';
import type { SlaMemory, SlaSettings } from './settings.ts';
import { dropClocks, saveClocks } from './store.ts';
import { clocksAfter, slaClocks } from './ticket-clocks.ts';

export const slaPolicy = (memory: SlaMemory): RegisteredPolicy => ({
  policy: slaClocks as Policy,
  settings: ({ actor }) => memory.of(actor.workspaceId),
  needs: (settings) => (settings as SlaSettings).needs,
  async keep(ctx, { ticket, effects, facts }, settings) {
    const happened = effects.flat() as Occurrence[];
    const isNew = happened.some(({ kind }) => kind === 'opened');
    const rows = isNew ? [] : await readClocks(ctx.tx, ctx.actor.workspaceId, ticket.id);
    const subject = { ticket, facts, now: ctx.now };
    return keepClocks(ctx, { subject, rows, happened }, settings as SlaSettings);
  },
});

export type Keeping = {
  readonly subject: ConditionSubject;
  readonly rows: readonly ClockRow[];
  readonly happened: readonly Occurrence[];
};

/** Decides, writes the clocks that have changed, tells what is worth telling; gives what the ticket shows. */
export function keepClocks(
  ctx: CommandContext,
  { subject, rows, happened }: Keeping,
  settings: SlaSettings,
): ShownTimes {
  const { ticket } = subject;
  const policyId = rows[0]?.policy_id ?? null;
  const before = { policyId, clocks: toClocks(rows) };
  const after = clocksAfter(settings, { subject, before, happened });
  write(ctx, { ticket, rows, after });
  tell(ctx, { ticket, policyId, after });
  return after.applied === null && rows.length === 0 ? {} : timesOf(after);
}

type Written = {
  readonly ticket: TicketState;
  readonly rows: readonly ClockRow[];
  readonly after: Decided;
};

function write(ctx: CommandContext, { ticket, rows, after }: Written): void {
  const before = toClocks(rows);
  const policyId = after.applied?.id;
  if (policyId !== undefined) {
    const moved = rows[0]?.policy_id !== policyId;
    const changed = [...after.clocks.values()].filter(
      (clock) => moved || JSON.stringify(clock) !== JSON.stringify(before.get(clock.target)),
    );
    const breached = new Set(
      after.told.filter(({ kind }) => kind === 'breached').map(({ target }) => target),
    );
    saveClocks(
      ctx,
      { ticketId: ticket.id, policyId },
      changed.map((clock) => ({
        clock,
        breachedAt: breached.has(clock.target) ? ctx.now.getTime() : null,
      })),
    );
  }
  const gone = [...before.keys()].filter((target) => !after.clocks.has(target));
  dropClocks(ctx, ticket.id, gone);
}

type Telling = {
  readonly ticket: TicketState;
  readonly policyId: string | null;
  readonly after: Decided;
};

const events = { warned: slaWarned, breached: slaBreached, met: slaMet } as const;
const joint = { paused: slaPaused, resumed: slaResumed } as const;

/** Each fact once: it is decided under the ticket's lock, and the clock remembers it. */
function tell(ctx: CommandContext, { ticket, policyId: was, after }: Telling): void {
  const { applied, told } = after;
  const id = applied ? applied.id : null;
  if (id !== was) {
    tellPolicy(ctx, ticket.id, applied);
  }
  const said = (to: string | string[]) => ({
    ticketId: ticket.id,
    changes: [{ field: 'slaTarget', from: null, to }],
  });
  for (const { kind, target, share = 1 } of told) {
    if (kind !== 'paused' && kind !== 'resumed') {
      const policyId = id ?? was ?? '';
      ctx.emit(events[kind], { ticketId: ticket.id, target, policyId, share }, said(target));
    }
  }
  tellPauses(ctx, after, said);
}

function tellPolicy(ctx: CommandContext, ticketId: string, applied: Decided['applied']): void {
  const policy = applied ? applied.name : null;
  const changes = [{ field: 'slaPolicy', from: null, to: policy }];
  ctx.emit(
    slaApplied,
    { ticketId, policyId: applied ? applied.id : null, policy },
    { ticketId, changes },
  );
}

function tellPauses(
  ctx: CommandContext,
  { told }: Decided,
  said: (targets: string[]) => EventSubject & { ticketId: string },
): void {
  for (const kind of ['paused', 'resumed'] as const) {
    const targets = told.filter((one) => one.kind === kind).map(({ target }) => target);
    if (targets.length > 0) {
      const about = said(targets);
      ctx.emit(joint[kind], { ticketId: about.ticketId, targets }, about);
    }
  }
}

const date = (at: number | null | undefined): Date | null =>
  at === null || at === undefined ? null : new Date(at);
const iso = (at: number | null): string | null => date(at)?.toISOString() ?? null;

function timesOf(kept: Kept): ShownTimes {
  const shown = shownOf(kept);
  return {
    due_at: date(shown?.dueAt),
    first_response_due_at: date(kept.clocks.get('first_response')?.dueAt),
    resolution_due_at: date(kept.clocks.get('resolution')?.dueAt),
    clock: shown && { ...shown, dueAt: iso(shown.dueAt), warnAt: iso(shown.warnAt) },
  };
}
