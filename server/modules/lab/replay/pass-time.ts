import { isOpen } from '../../tickets/public.ts';
import { keyOf, type CompiledRule, type RuleMoment } from '../../rules/public.ts';
import { nextMoment } from '../../sla/public.ts';
import { factsAt } from './run-clocks.ts';
import type { Run } from './run.ts';
import { lookAtClocks, pass } from './simulate.ts';

/** A rule of time that counts from the last change may act upon itself for ever; so often is enough to see that. */
export const mostFirings = 200;

/** What time alone brings about until then: alarms of clocks and rules of time, in the order of their moments. */
export function passTime(run: Run, until: number): void {
  for (let turn = 0; turn < mostFirings; turn += 1) {
    const next = nextOf(run, until);
    if (next === null) {
      break;
    }
    next.come();
  }
}

/** What comes by itself, and when. */
export type Coming = { readonly at: number; come(): void };

/** Of what is to come the first; of several at once the clock before the rule. */
export function nextOf(run: Run, until: number): Coming | null {
  const alarm = nextAlarm(run, until) ?? Infinity;
  const due = nextDue(run, Math.min(until, alarm));
  if (due && due.at < alarm) {
    return { at: due.at, come: () => fire(run, due) };
  }
  return alarm === Infinity ? null : { at: Math.max(alarm, run.at), come: () => ring(run, alarm) };
}

function nextAlarm({ clocks }: Run, until: number): number | null {
  const next = nextMoment(clocks);
  return next !== null && next <= until ? next : null;
}

function ring(run: Run, alarmAt: number): void {
  run.at = Math.max(alarmAt, run.at);
  run.updatedAt = run.at;
  lookAtClocks(run, run.at);
}

type Due = { readonly rule: CompiledRule; readonly at: number; readonly mark: string };

function nextDue(run: Run, until: number): Due | null {
  let next: Due | null = null;
  for (const rule of run.variant.timed) {
    const due = dueOf(run, rule);
    if (due && due.at <= until && (next === null || due.at < next.at) && holds(run, due)) {
      next = due;
    }
  }
  return next;
}

function dueOf(run: Run, rule: CompiledRule): Due | null {
  const moment = rule.time && momentOf(run, rule.time.since);
  if (!rule.time || moment === null) {
    return null;
  }
  const mark = `${rule.id} ${moment}`;
  return run.timed.has(mark)
    ? null
    : { rule, mark, at: Math.max(moment + rule.time.minutes * 60_000, run.at) };
}

function holds(run: Run, { rule, at }: Due): boolean {
  const now = new Date(at);
  return rule.condition.test({ ticket: run.ticket, facts: factsAt(run, run.opening, now), now });
}

/** As `momentOf` of the rules reads it from a row. */
function momentOf({ ticket, updatedAt, lastWord }: Run, since: RuleMoment): number | null {
  if (ticket.mergedInto !== null) {
    return null;
  }
  if (since === 'solved') {
    return ticket.status === 'solved' ? (ticket.solvedAt?.getTime() ?? null) : null;
  }
  if (!isOpen(ticket.status)) {
    return null;
  }
  switch (since) {
    case 'opened':
      return ticket.createdAt.getTime();
    case 'changed':
      return updatedAt;
    default:
      return (lastWord.by === 'customer') === (since === 'customer_wrote') ? lastWord.at : null;
  }
}

function fire(run: Run, { rule, at, mark }: Due): void {
  run.timed.add(mark);
  const occurrences = [{ kind: 'time' as const, key: keyOf(rule.id) }];
  pass(run, { at, changes: {}, occurrences, facts: run.opening, follows: [] });
}
