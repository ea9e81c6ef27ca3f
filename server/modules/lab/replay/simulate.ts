import {
  change,
  changedFields,
  isOpen,
  settle,
  type ChangedField,
  type Changes,
  type Occurrence,
  type Settled,
  type TicketFacts,
  type TicketState,
} from '../../tickets/public.ts';
import { keyOf, type RuleEffectAsked } from '../../rules/public.ts';
import {
  changesOfStep,
  noClocks,
  reasonOfStep,
  slaClocks,
  type FiredStep,
} from '../../sla/public.ts';
import type { Reason } from '../../../kernel/events.ts';
import type { Act, Past } from './past.ts';
import { notePlace, policiesOf } from './route.ts';
import { factsAt, keepClocks } from './run-clocks.ts';
import type { Desk, Run, Variant } from './run.ts';

/** @param desk of the side that it is opened on; null: routing is not asked */
export function openRun(variant: Variant, past: Past, desk: Desk | null): Run {
  const { opening, facts, openedBy } = past;
  const at = opening.createdAt.getTime();
  const run: Run = {
    variant,
    opening: facts,
    ticket: change({ ...opening, status: 'new' }, { status: opening.status }, opening.createdAt),
    desk,
    placed: null,
    waitedMs: null,
    isNew: true,
    held: null,
    countedFor: null,
    clocks: noClocks,
    at,
    updatedAt: at,
    lastWord: { at, by: openedBy },
    timed: new Set(),
    replies: [],
    seen: [],
  };
  pass(run, { at, changes: {}, occurrences: [{ kind: 'opened' }], facts, follows: [] });
  return run;
}

/** The same ticket as it is now, from here on by other settings. */
export const copyFor = (run: Run, variant: Variant): Run => ({ ...copyOf(run), variant });

/** As it is now, whatever becomes of it. */
export const copyOf = (run: Run): Run => ({
  ...run,
  timed: new Set(run.timed),
  replies: [...run.replies],
  seen: [...run.seen],
});

/** Open clocks are looked at again, as when a setting is changed. */
export function beginAnew(run: Run, at: number): void {
  if (isOpen(run.ticket.status) && run.ticket.mergedInto === null) {
    lookAtClocks(run, at);
  }
}

/** Somebody does what they really did. */
export function doAct(run: Run, act: Act): void {
  const { facts, wrote } = act;
  const { changes, occurrences } = askedOf(run, act);
  const at = Math.max(act.at.getTime(), run.at);
  pass(run, { at, changes, occurrences, facts, wrote, follows: [] });
  if (act.unanswers) {
    run.ticket = { ...run.ticket, firstRespondedAt: null };
  }
}

/** Whoever was absent hands over nothing that somebody else has here. */
function askedOf(
  { ticket }: Run,
  { absent, changes, occurrences }: Act,
): Pick<Act, 'changes' | 'occurrences'> {
  if (absent === null || ticket.assigneeId === absent) {
    return { changes, occurrences };
  }
  const { assigneeId: _, ...others } = changes;
  return { changes: others, occurrences: occurrences.filter(({ kind }) => kind !== 'time') };
}

function hear(run: Run, by: NonNullable<Act['wrote']>, at: number): void {
  run.lastWord = { at, by };
  run.updatedAt = at;
  if (by === 'agent' && run.ticket.firstRespondedAt === null) {
    run.ticket = { ...run.ticket, firstRespondedAt: new Date(at) };
  }
}

export type Passing = {
  readonly at: number;
  readonly changes: Changes;
  readonly occurrences: readonly Occurrence[];
  readonly facts: TicketFacts;
  readonly wrote?: Act['wrote'];
  /** Of what is asked, where a setting asks for it. */
  readonly reason?: Reason;
  readonly follows: readonly string[];
};

/** The tickets' door without a database: what was asked, then what policies add, then what follows from it. */
export function pass(run: Run, passing: Passing): void {
  const { at, changes, occurrences, follows, wrote = null, reason = null } = passing;
  const now = new Date(at);
  const isNew = occurrences.some(({ kind }) => kind === 'opened');
  const facts = factsAt(run, passing.facts, now, isNew);
  const asked = change(run.ticket, changes, now);
  const fields = changedFields(run.ticket, asked);
  const changed = { kind: 'changed' as const, fields, before: run.ticket };
  const happened = fields.length > 0 ? [changed, ...occurrences] : occurrences;
  run.at = at;
  if (happened.length === 0) {
    become(run, asked);
    return;
  }
  noteAsked(run, { fields, asked, reason, at });
  const policies = policiesOf(run);
  const settled = settle(asked, happened, { policies, now, facts, done: follows });
  note(run, settled, at);
  if (fields.length + settled.steps.length > 0) {
    run.updatedAt = at;
  }
  become(run, settled.ticket);
  notePlace(run, settled.effects, at);
  const counted = effectsOf<readonly Occurrence[]>(settled, slaClocks.name).flat();
  const fires = counted.length > 0 ? keepClocks(run, { at, happened: counted, facts }) : [];
  // As the columns of the row: decided without them, there for all that follows.
  if (wrote !== null) {
    hear(run, wrote, at);
  }
  const acted = effectsOf<RuleEffectAsked>(settled, 'rules');
  if (acted.length > 0) {
    performAll(run, acted, { at, facts, follows });
  }
  escalate(run, fires, at);
}

type Noting = {
  readonly fields: readonly ChangedField[];
  readonly asked: TicketState;
  readonly reason: Reason | null;
  readonly at: number;
};

function noteAsked(run: Run, { fields, asked, reason, at }: Noting): void {
  for (const field of fields) {
    run.seen.push({ at, kind: 'changed', field, to: asked[field], reason });
  }
}

function become(run: Run, ticket: TicketState): void {
  run.ticket = ticket;
  run.desk?.count(run);
}

const effectsOf = <Effect>({ effects }: Settled, policy: string): Effect[] =>
  effects.flatMap((each) => (each.policy === policy ? [each.effect as Effect] : []));

function note(run: Run, { steps, cut }: Pick<Settled, 'steps' | 'cut'>, at: number): void {
  for (const { before, after, reason } of steps) {
    for (const field of changedFields(before, after)) {
      run.seen.push({ at, kind: 'changed', field, to: after[field], reason });
    }
  }
  if (cut) {
    run.seen.push({ at, kind: 'cut' });
  }
}

/** What time alone, or another setting, makes of the clocks. */
export function lookAtClocks(run: Run, at: number): void {
  const facts = factsAt(run, run.opening, new Date(at));
  escalate(run, keepClocks(run, { at, happened: [], facts }), at);
}

/** What steps ask of the ticket; whom they tell, and their notes, change nothing that is compared. */
function escalate(run: Run, fires: readonly FiredStep[], at: number): void {
  for (const fired of fires) {
    if (isOpen(run.ticket.status) && run.ticket.mergedInto === null) {
      const changes = changesOfStep(fired.step.acts, run.ticket);
      const reason = reasonOfStep(fired);
      pass(run, { at, changes, occurrences: [], facts: run.opening, reason, follows: [] });
    }
  }
}

const replyWindowMs = 3_600_000;
const mostReplies = 3;

/** What rules do beside changing fields; notes and answers are things that happen to the ticket in their turn. */
function performAll(
  run: Run,
  acted: readonly RuleEffectAsked[],
  { at, facts, follows }: Pick<Passing, 'at' | 'facts' | 'follows'>,
): void {
  const chain = [...follows, ...acted.map(({ rule }) => keyOf(rule.id))];
  for (const { rule, outward } of acted) {
    run.seen.push({ at, kind: 'acted', ruleId: rule.id });
    for (const action of outward) {
      if (action.kind === 'reply' && (facts.automatic || !mayReply(run, rule.id, at))) {
        continue;
      }
      run.seen.push({ at, kind: 'effect', ruleId: rule.id, what: action.kind });
      if (action.kind !== 'webhook') {
        writeDown(run, action.kind === 'reply', { at, chain });
      }
    }
  }
}

function mayReply(run: Run, ruleId: string, at: number): boolean {
  const lately = run.replies.filter((one) => one.ruleId === ruleId && one.at > at - replyWindowMs);
  const may = run.ticket.status !== 'spam' && lately.length < mostReplies;
  if (may) {
    run.replies.push({ ruleId, at });
  }
  return may;
}

function writeDown(
  run: Run,
  isReply: boolean,
  { at, chain }: { readonly at: number; readonly chain: readonly string[] },
): void {
  const occurrence: Occurrence = isReply
    ? { kind: 'agent-answered', userId: null, automatic: true }
    : { kind: 'noted', userId: null };
  // Its own words are not known to a replay; the rest is as the ticket began.
  const facts = { ...run.opening, message: '', automatic: false };
  const wrote = isReply ? 'system' : null;
  pass(run, { at, changes: {}, occurrences: [occurrence], facts, wrote, follows: chain });
  run.updatedAt = at;
}
