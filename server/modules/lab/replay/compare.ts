import type { Reason } from '../../../kernel/events.ts';
import type { TicketState } from '../../tickets/public.ts';
import type { Act, Past } from './past.ts';
import { passTime } from './pass-time.ts';
import type { Run, Seen, Variant } from './run.ts';
import { doAct, openRun, switchTo } from './simulate.ts';

/** Fields whose differences are told. */
export const comparedFields = [
  'teamId',
  'assigneeId',
  'priority',
  'status',
  'type',
  'categoryId',
  'tags',
  'region',
  'fields',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** Where the two ways of a ticket part for the first time, and which setting on which side did it. */
export type Parting = {
  readonly field: ComparedField;
  readonly at: number;
  readonly was: unknown;
  readonly would: unknown;
  readonly side: 'was' | 'would' | null;
  readonly reason: Reason | null;
};

export type HandChange = {
  readonly field: ComparedField;
  /** The ticket was so already: nobody had to do anything. */
  readonly doneWas: boolean;
  readonly doneWould: boolean;
};

export type Way = {
  readonly ticket: TicketState;
  /** The team that the ticket came to first. */
  readonly firstTeam: string | null;
  readonly seen: readonly Seen[];
};

export type Compared = {
  readonly past: Past;
  readonly openedInside: boolean;
  readonly was: Way;
  readonly would: Way;
  readonly partings: readonly Parting[];
  readonly byHand: readonly HandChange[];
  /** The way by today's settings ends as the ticket really is; null: that cannot be said. */
  readonly isFaithful: boolean | null;
};

export type Window = { readonly from: number; readonly until: number };
type Sides = { readonly today: Variant; readonly draft: Variant };

/**
 * One ticket by today's settings and by the draft, step by step side by side. A ticket that was open when the window begins has its
 * time before it by today's settings on both sides: the draft is switched on at that moment.
 */
export function compareWays(past: Past, { today, draft }: Sides, window: Window): Compared {
  const { from, until } = window;
  const was = openRun(today, past);
  const openedInside = past.opening.createdAt.getTime() >= from;
  const inside = past.acts.filter(({ at }) => at.getTime() <= until);
  const before = openedInside ? [] : inside.filter(({ at }) => at.getTime() < from);
  const walk = openedInside
    ? { was, would: openRun(draft, past) }
    : { was, would: switched(was, { before, draft, from }) };
  const pair = observed(walk);
  pair.look();
  for (const act of inside.slice(before.length)) {
    passTime(walk.was, act.at.getTime());
    passTime(walk.would, act.at.getTime());
    pair.look();
    pair.noteHand(act);
    doAct(walk.was, act);
    doAct(walk.would, act);
    pair.look();
  }
  passTime(walk.was, until);
  passTime(walk.would, until);
  pair.look();
  const isKnown = past.isWhole && inside.length === past.acts.length;
  return {
    past,
    openedInside,
    ...pair.found(),
    isFaithful: isKnown ? endsAs(walk.was, past.end) : null,
  };
}

type Beginning = { before: readonly Act[]; draft: Variant; from: number };

function switched(was: Run, { before, draft, from }: Beginning): Run {
  for (const act of before) {
    passTime(was, act.at.getTime());
    doAct(was, act);
  }
  passTime(was, from);
  was.seen = [];
  return switchTo(was, draft, from);
}

/** What is to be remembered of two runs while they go on. */
function observed({ was, would }: { was: Run; would: Run }) {
  const partings = new Map<ComparedField, Parting>();
  const byHand: HandChange[] = [];
  const seen: { was: Seen[]; would: Seen[] } = { was: [], would: [] };
  const firstTeam: { was: string | null; would: string | null } = { was: null, would: null };
  return {
    look(): void {
      firstTeam.was ??= was.ticket.teamId;
      firstTeam.would ??= would.ticket.teamId;
      // Where nothing was seen nothing can have parted.
      if (was.seen.length + would.seen.length > 0) {
        part();
      }
      keep(seen.was, was.seen);
      keep(seen.would, would.seen);
      was.seen = [];
      would.seen = [];
    },
    noteHand({ byHand: isByHand, changes }: Act): void {
      if (!isByHand) {
        return;
      }
      for (const field of comparedFields) {
        if (field in changes) {
          const doneWas = same(was.ticket[field], changes[field]);
          const doneWould = same(would.ticket[field], changes[field]);
          byHand.push({ field, doneWas, doneWould });
        }
      }
    },
    found: () => ({
      was: { ticket: was.ticket, firstTeam: firstTeam.was, seen: seen.was },
      would: { ticket: would.ticket, firstTeam: firstTeam.would, seen: seen.would },
      partings: [...partings.values()],
      byHand,
    }),
  };

  function part(): void {
    for (const field of comparedFields) {
      if (!partings.has(field) && !same(was.ticket[field], would.ticket[field])) {
        partings.set(field, partingOf(field, was, would));
      }
    }
  }
}

function keep(kept: Seen[], fresh: readonly Seen[]): void {
  for (const one of fresh) {
    if (one.kind !== 'changed') {
      kept.push(one);
    }
  }
}

function partingOf(field: ComparedField, was: Run, would: Run): Parting {
  const lastChange = (run: Run) =>
    run.seen.findLast((one) => one.kind === 'changed' && one.field === field && one.reason);
  const [ofWould, ofWas] = [lastChange(would), lastChange(was)];
  const decisive = ofWould ?? ofWas;
  return {
    field,
    at: decisive?.at ?? would.at,
    was: was.ticket[field],
    would: would.ticket[field],
    side: ofWould ? 'would' : ofWas ? 'was' : null,
    reason: decisive?.kind === 'changed' ? decisive.reason : null,
  };
}

export const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** Who of several equals had it is drawn where routing is tried. */
const endsAs = ({ ticket, variant }: Run, end: TicketState): boolean =>
  comparedFields.every(
    (field) =>
      same(ticket[field], end[field]) || (field === 'assigneeId' && variant.routing !== null),
  );
