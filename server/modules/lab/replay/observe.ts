import {
  comparedFields,
  same,
  type ComparedField,
  type HandChange,
  type Parting,
  type Way,
} from './compare.ts';
import type { Act } from './past.ts';
import type { Run, Seen } from './run.ts';

export type Both<T> = { readonly was: T; readonly would: T };

export type Observer = ReturnType<typeof observe>;

/**
 * What is to be remembered of two runs while they go on.
 * @param changed rules of routing that the draft changes
 */
export function observe({ was, would }: Both<Run>, changed: ReadonlySet<string>) {
  const partings = new Map<ComparedField, Parting>();
  const byHand: HandChange[] = [];
  const [ofWas, ofWould] = [openNotes(was), openNotes(would)];
  return {
    look(): void {
      // Where nothing was seen nothing can have parted.
      if (was.seen.length + would.seen.length > 0) {
        part();
      }
      ofWas.look();
      ofWould.look();
    },
    /** Of what somebody is about to do. */
    handsOf({ byHand: isByHand, changes }: Act): readonly HandChange[] {
      return isByHand
        ? comparedFields
            .filter((field) => field in changes)
            .map((field) => ({
              field,
              doneWas: same(was.ticket[field], changes[field]),
              doneWould: same(would.ticket[field], changes[field]),
            }))
        : [];
    },
    noteHands(hands: readonly HandChange[]): void {
      byHand.push(...hands);
    },
    found: (until: number) => ({
      was: ofWas.found(until),
      would: ofWould.found(until),
      partings: [...partings.values()],
      byHand,
    }),
  };

  function part(): void {
    for (const field of comparedFields) {
      if (!partings.has(field) && !same(was.ticket[field], would.ticket[field])) {
        const isTurn = isOfTurn(field);
        partings.set(field, { ...partingOf(field, was, would), isTurn });
      }
    }
  }

  function isOfTurn(field: ComparedField): boolean {
    if (field === 'status') {
      // Untouched where nobody was found, taken to work where somebody was.
      return partings.get('assigneeId')?.isTurn === true && isNewOrOpen(was) && isNewOrOpen(would);
    }
    const isRouted = field === 'teamId' || field === 'assigneeId';
    return isRouted && isSameRule(was.placed, would.placed, changed);
  }
}

/** And asked for the same: who has chosen the team has not left it to the rule. */
function isSameRule(a: Run['placed'], b: Run['placed'], changed: ReadonlySet<string>): boolean {
  if (a === null || b === null || a.ruleId !== b.ruleId || changed.has(a.ruleId)) {
    return false;
  }
  return a.teamChosen === b.teamChosen && (!a.teamChosen || a.teamId === b.teamId);
}

const isNewOrOpen = ({ ticket: { status } }: Run): boolean => status === 'new' || status === 'open';

function openNotes(run: Run) {
  const seen: Seen[] = [];
  const people = new Set<string>();
  let firstTeam: string | null = null;
  let holder = run.isNew ? null : run.ticket.assigneeId;
  return {
    look(): void {
      const { teamId, assigneeId } = run.ticket;
      firstTeam ??= teamId;
      if (assigneeId !== holder) {
        holder = assigneeId;
        if (assigneeId !== null) {
          people.add(assigneeId);
        }
      }
      keep(seen, run.seen);
      run.seen = [];
    },
    found(until: number): Way {
      const { ticket, placed, waitedMs } = run;
      const still = placed?.waiting ? Math.max(0, until - placed.since) : null;
      const waited = still === null ? waitedMs : still + (waitedMs ?? 0);
      return { ticket, firstTeam, people, waitedMs: waited, seen };
    },
  };
}

function keep(kept: Seen[], fresh: readonly Seen[]): void {
  for (const one of fresh) {
    if (one.kind !== 'changed') {
      kept.push(one);
    }
  }
}

function partingOf(field: ComparedField, was: Run, would: Run): Omit<Parting, 'isTurn'> {
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
