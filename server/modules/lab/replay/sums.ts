import type { LabDifference, Two } from '../schema.ts';
import type { Compared, ComparedField, Way } from './compare.ts';
import { isOfTurn, latenessOf, type TargetWays } from './differences.ts';

/** Counters by name, made when first asked for. */
export type Counted<T> = { of(name: string): T; all(): [string, T][] };

export const two = (): Two => ({ was: 0, would: 0 });

export function counted<T>(make: () => T): Counted<T> {
  const known = new Map<string, T>();
  return {
    of(name) {
      const found = known.get(name) ?? make();
      known.set(name, found);
      return found;
    },
    all: () => [...known],
  };
}

export type Pair = { was: unknown; would: unknown; tickets: number };

/** Everything that is counted. Its size grows with the settings and the days, never with the tickets. */
export const newSums = () => ({
  tickets: { opened: 0, older: 0, different: 0, turns: 0, incomplete: 0, left: 0 },
  faithful: { same: 0, of: 0 },
  samePerson: { same: 0, of: 0 },
  fields: counted(() => ({ tickets: 0, pairs: new Map<string, Pair>() })),
  targets: counted(() => ({ late: two(), met: two(), nowInTime: 0, nowLate: 0 })),
  effects: counted(two),
  rules: counted(two),
  byHand: counted(two),
  days: counted(() => ({ opened: 0, different: 0, late: two() })),
  teams: counted(() => ({ came: two(), late: two() })),
  people: counted(() => ({ got: two(), most: two() })),
  waited: { tickets: two(), minutes: two() },
  warnings: two(),
  cut: two(),
});
export type Sums = ReturnType<typeof newSums>;

const one = (isSo: boolean): number => (isSo ? 1 : 0);
/** How tickets of no team are counted. */
export const nobody = '';
const mostPairs = 2_000;

export function addTicket(sums: Sums, compared: Compared): void {
  const { past, openedInside, isFaithful, hasSamePerson, was, would } = compared;
  sums.tickets[openedInside ? 'opened' : 'older'] += 1;
  sums.tickets.incomplete += one(!past.isWhole);
  sums.faithful.of += one(isFaithful !== null);
  sums.faithful.same += one(isFaithful === true);
  sums.samePerson.of += one(hasSamePerson !== null);
  sums.samePerson.same += one(hasSamePerson === true);
  if (openedInside) {
    sums.teams.of(was.firstTeam ?? nobody).came.was += 1;
    sums.teams.of(would.firstTeam ?? nobody).came.would += 1;
  }
  for (const { field, doneWas, doneWould } of compared.byHand) {
    sums.byHand.of(field).was += one(!doneWas);
    sums.byHand.of(field).would += one(!doneWould);
  }
}

/** What settings did on one side of the comparison. */
export function addSide(sums: Sums, way: Way, side: keyof Two): void {
  for (const seen of way.seen) {
    if (seen.kind === 'acted') {
      sums.rules.of(seen.ruleId)[side] += 1;
    } else if (seen.kind === 'effect') {
      sums.effects.of(seen.what)[side] += 1;
    } else if (seen.kind === 'warned') {
      sums.warnings[side] += 1;
    }
  }
  sums.cut[side] += one(way.seen.some(({ kind }) => kind === 'cut'));
  for (const userId of way.people) {
    sums.people.of(userId).got[side] += 1;
  }
  if (way.waitedMs !== null) {
    sums.waited.tickets[side] += 1;
    sums.waited.minutes[side] += Math.round(way.waitedMs / 60_000);
  }
}

/** The most that everybody had at once. */
export function addDesk(sums: Sums, most: ReadonlyMap<string, number>, side: keyof Two): void {
  for (const [userId, n] of most) {
    sums.people.of(userId).most[side] = n;
  }
}

export function addPartings(sums: Sums, { partings }: Compared): void {
  for (const { field, was, would } of partings.filter(({ isTurn }) => !isTurn)) {
    const known = sums.fields.of(field satisfies ComparedField);
    known.tickets += 1;
    const key = JSON.stringify([was, would]);
    const pair = known.pairs.get(key);
    if (pair) {
      pair.tickets += 1;
    } else if (known.pairs.size < mostPairs) {
      known.pairs.set(key, { was, would, tickets: 1 });
    }
  }
}

export function addPromises(sums: Sums, compared: Compared, day: string): void {
  const all = latenessOf(compared);
  for (const [target, ways] of all) {
    addTarget(sums, target, ways);
  }
  for (const side of ['was', 'would'] as const) {
    const late = one([...all.values()].some((ways) => ways[side] === 'late'));
    sums.days.of(day).late[side] += late;
    sums.teams.of(compared[side].ticket.teamId ?? nobody).late[side] += late;
  }
}

function addTarget(sums: Sums, target: string, ways: TargetWays): void {
  const total = sums.targets.of(target);
  for (const side of ['was', 'would'] as const) {
    total.late[side] += one(ways[side] === 'late');
    total.met[side] += one(ways[side] === 'met');
  }
  if ((ways.was === 'late') !== (ways.would === 'late')) {
    total[ways.would === 'late' ? 'nowLate' : 'nowInTime'] += 1;
  }
}

export function addDay(
  sums: Sums,
  day: string,
  { openedInside, different }: { openedInside: boolean; different: readonly LabDifference[] },
): void {
  const isDifferent = one(different.some((each) => !isOfTurn(each)));
  sums.tickets.turns += one(different.length > 0 && isDifferent === 0);
  const ofDay = sums.days.of(day);
  ofDay.opened += one(openedInside);
  ofDay.different += isDifferent;
  sums.tickets.different += isDifferent;
}
