import type { LabDifference, LabResult } from '../schema.ts';
import type { Compared } from './compare.ts';
import { differencesOf } from './differences.ts';
import type { Both } from './observe.ts';
import {
  addDay,
  addDesk,
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
  /** At the end: the most that everybody had at once. */
  addDesks(most: Both<ReadonlyMap<string, number>>): void;
  result(): Counted;
  examples(): readonly Example[];
};

type Counted = Omit<LabResult, 'names' | 'seconds' | 'routing'>;

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
    addDesks({ was, would }) {
      addDesk(sums, was, 'was');
      addDesk(sums, would, 'would');
    },
    examples: shown.all,
    result: () => resultOf(sums, ruleNames),
  };
}

const examplesOfKind = 24;

/** Of each kind of difference the newest tickets. */
function someOfEveryKind() {
  /** The newest first; ids grow with time. */
  const shown = new Map<string, Example[]>();
  return {
    all: (): Example[] =>
      [...new Set([...shown.values()].flat())].toSorted((a, b) =>
        a.ticketId < b.ticketId ? 1 : -1,
      ),
    offer(ticketId: string, differences: readonly LabDifference[]): void {
      if (differences.length === 0) {
        return;
      }
      const kinds = [...new Set(differences.map(({ kind }) => kind))];
      const example = { ticketId, kinds, differences };
      for (const kind of kinds) {
        const own = shown.get(kind) ?? [];
        shown.set(kind, own);
        keepNewest(own, example);
      }
    },
  };
}

function keepNewest(own: Example[], example: Example): void {
  const oldest = own.at(-1);
  if (oldest && own.length === examplesOfKind) {
    if (example.ticketId < oldest.ticketId) {
      return;
    }
    own.pop();
  }
  const at = own.findIndex(({ ticketId }) => ticketId < example.ticketId);
  own.splice(at === -1 ? own.length : at, 0, example);
}

const shownPairs = 12;
const mostPeople = 500;
const most = (pairs: Iterable<Pair>): Pair[] =>
  [...pairs].toSorted((a, b) => b.tickets - a.tickets).slice(0, shownPairs);

function resultOf(
  { tickets, faithful, samePerson, waited, warnings, cut, ...sums }: Sums,
  ruleNames: ReadonlyMap<string, string>,
): Counted {
  const named = <T extends object>([kind, one]: [string, T]) => ({ kind, ...one });
  return {
    tickets,
    faithful: { ...faithful, person: samePerson.of > 0 ? samePerson : null },
    waited,
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
    people: sums.people
      .all()
      .map(([id, one]) => ({ id, ...one }))
      .toSorted((a, b) => b.got.was + b.got.would - a.got.was - a.got.would)
      .slice(0, mostPeople),
    teams: sums.teams
      .all()
      .map(([id, one]) => ({ id: id === nobody ? null : id, ...one }))
      .filter(({ came, late }) => came.was + came.would + late.was + late.would > 0)
      .toSorted((a, b) => b.came.was + b.came.would - a.came.was - a.came.would),
  };
}
