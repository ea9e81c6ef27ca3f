import type { LabDifference, LabResult } from '../schema.ts';
import type { Compared } from './compare.ts';
import { differencesOf } from './differences.ts';
import {
  addDay,
  addPartings,
  addPromises,
  addSide,
  addTicket,
  newSums,
  nobody,
  type Pair,
  type Sums,
} from './sums.ts';

export type Example = {
  readonly ticketId: string;
  readonly kinds: readonly string[];
  readonly differences: readonly LabDifference[];
};

/** Totals over many tickets, and some of them to look at. */
export type Tally = {
  add(compared: Compared): void;
  result(): Omit<LabResult, 'names' | 'seconds'>;
  examples(): readonly Example[];
};

type Naming = { readonly ruleNames: ReadonlyMap<string, string>; dayOf(at: Date): string };

export function openTally({ ruleNames, dayOf }: Naming): Tally {
  const sums = newSums();
  const shown = someOfEveryKind();
  return {
    add(compared) {
      const { past, openedInside, was, would } = compared;
      const day = dayOf(past.opening.createdAt);
      const different = differencesOf(compared);
      addTicket(sums, compared);
      addSide(sums, was, 'was');
      addSide(sums, would, 'would');
      addPartings(sums, compared);
      addPromises(sums, compared, day);
      addDay(sums, day, { openedInside, different });
      shown.offer(past.end.id, different);
    },
    examples: () => shown.all,
    result: () => resultOf(sums, ruleNames),
  };
}

const examplesOfKind = 24;

/** Of each kind of difference the first tickets that come: the newest, since those come first. */
function someOfEveryKind() {
  const all: Example[] = [];
  const shown = new Map<string, number>();
  return {
    all,
    offer(ticketId: string, differences: readonly LabDifference[]): void {
      const kinds = [...new Set(differences.map(({ kind }) => kind))];
      if (kinds.some((kind) => (shown.get(kind) ?? 0) < examplesOfKind)) {
        kinds.forEach((kind) => shown.set(kind, (shown.get(kind) ?? 0) + 1));
        all.push({ ticketId, kinds, differences });
      }
    },
  };
}

const shownPairs = 12;
const most = (pairs: Iterable<Pair>): Pair[] =>
  [...pairs].toSorted((a, b) => b.tickets - a.tickets).slice(0, shownPairs);

function resultOf(
  { tickets, faithful, warnings, cut, ...sums }: Sums,
  ruleNames: ReadonlyMap<string, string>,
): Omit<LabResult, 'names' | 'seconds'> {
  const named = <T extends object>([kind, one]: [string, T]) => ({ kind, ...one });
  return {
    tickets,
    faithful,
    warnings,
    cut,
    fields: sums.fields
      .all()
      .map(([field, one]) => ({ field, tickets: one.tickets, pairs: most(one.pairs.values()) }))
      .toSorted((a, b) => b.tickets - a.tickets),
    targets: sums.targets.all().map(([target, one]) => ({ target, ...one })),
    effects: sums.effects.all().map(named),
    rules: sums.rules
      .all()
      .map(([id, one]) => ({ id, name: ruleNames.get(id) ?? '', ...one }))
      .toSorted((a, b) => Math.abs(b.would - b.was) - Math.abs(a.would - a.was)),
    byHand: sums.byHand.all().map(([field, one]) => ({ field, ...one })),
    days: sums.days
      .all()
      .map(([day, one]) => ({ day, ...one }))
      .filter(({ opened, different, late }) => opened + different + late.was + late.would > 0)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    teams: sums.teams
      .all()
      .map(([id, one]) => ({ id: id === nobody ? null : id, ...one }))
      .filter(({ came, late }) => came.was + came.would + late.was + late.would > 0)
      .toSorted((a, b) => b.came.was + b.came.would - a.came.was - a.came.would),
  };
}
