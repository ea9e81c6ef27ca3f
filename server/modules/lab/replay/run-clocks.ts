import type { Occurrence, TicketFacts } from '../../tickets/public.ts';
import {
  decideKeeping,
  slaFactsAhead,
  slaFactsOf,
  type FiredStep,
  type Told,
} from '../../sla/public.ts';
import type { Run } from './run.ts';

type Counting = {
  readonly at: number;
  readonly happened: readonly Occurrence[];
  readonly facts: TicketFacts;
};

/** The clocks of a run after what happened; gives the steps of escalation whose time has come. */
export function keepClocks(run: Run, { at, happened, facts }: Counting): readonly FiredStep[] {
  const { ticket, clocks: before } = run;
  const subject = { ticket, facts, now: new Date(at) };
  const { after, kept, fires } = decideKeeping({ subject, before, happened }, run.variant.sla);
  const { policyId } = kept;
  tell(run, after.told, { at, policyId: policyId ?? before.policyId ?? '' });
  if (before.policyId !== null || policyId !== null) {
    run.updatedAt = at;
  }
  run.clocks = kept;
  return fires;
}

/** With what is asked of clocks and calendars as they are then. */
export function factsAt(run: Run, facts: TicketFacts, now: Date, isNew = false): TicketFacts {
  const { needs, calendars, sla } = run.variant;
  return needs.sla || needs.workingTime
    ? {
        ...facts,
        sla: isNew ? slaFactsAhead(sla) : slaFactsOf(run.clocks, now),
        openCalendars: calendars.openAt(now),
      }
    : facts;
}

/** What clocks say that is worth counting. */
function tell(
  run: Run,
  told: readonly Told[],
  { at, policyId }: { readonly at: number; readonly policyId: string },
): void {
  for (const { kind, target } of told) {
    if (kind !== 'paused' && kind !== 'resumed') {
      run.seen.push({ at, kind, target, policyId });
    }
  }
}
