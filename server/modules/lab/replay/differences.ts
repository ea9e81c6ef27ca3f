import type { LabDifference } from '../schema.ts';
import type { Compared, Way } from './compare.ts';
import type { Seen } from './run.ts';

export type Lateness = 'late' | 'met' | 'none';
export type TargetWays = { was: Lateness; would: Lateness };

const promised = (seen: readonly Seen[]) => {
  const known = new Map<string, Lateness>();
  for (const one of seen) {
    if (one.kind === 'breached') {
      known.set(one.target, 'late');
    } else if (one.kind === 'met' && !known.has(one.target)) {
      known.set(one.target, 'met');
    }
  }
  return known;
};

/** How each promise of a ticket ended on either side; late once is late. */
export function latenessOf({ was, would }: Compared): ReadonlyMap<string, TargetWays> {
  const ways = { was: promised(was.seen), would: promised(would.seen) };
  const targets = new Set([...ways.was.keys(), ...ways.would.keys()]);
  return new Map(
    [...targets].map((target) => [
      target,
      { was: ways.was.get(target) ?? 'none', would: ways.would.get(target) ?? 'none' },
    ]),
  );
}

/** Only somebody else's turn has come: the change was about other tickets. */
export const isOfTurn = ({ kind }: Pick<LabDifference, 'kind'>): boolean =>
  kind.startsWith('turn ');

/** What is different for a ticket, each thing once, in the order of time. */
export function differencesOf(compared: Compared): LabDifference[] {
  // That it was taken to work follows from somebody having been found.
  const told = compared.partings.filter(({ isTurn, field }) => !isTurn || field !== 'status');
  const partings = told.map(({ field, at, was, would, side, reason, isTurn }): LabDifference => ({
    kind: `${isTurn ? 'turn' : 'field'} ${field}`,
    at: new Date(at).toISOString(),
    was,
    would,
    side,
    reason: reason && { code: reason.code, ...(reason.params && { params: reason.params }) },
  }));
  return [...partings, ...promises(compared), ...effects(compared)].toSorted((a, b) =>
    a.at < b.at ? -1 : 1,
  );
}

function promises(compared: Compared): LabDifference[] {
  return [...latenessOf(compared)]
    .filter(([, { was, would }]) => was !== would)
    .map(([target, { was, would }]) => ({
      kind: `target ${target}`,
      at: lastOf(compared, (one) => 'target' in one && one.target === target),
      was,
      would,
      side: null,
      reason: null,
    }));
}

/** How often something was done beside changes of the ticket. */
function effects(compared: Compared): LabDifference[] {
  const [was, would] = [doneIn(compared.was), doneIn(compared.would)];
  return [...new Set([...was.keys(), ...would.keys()])]
    .map((what) => ({ what, before: was.get(what) ?? [], after: would.get(what) ?? [] }))
    .filter(({ before, after }) => before.length !== after.length)
    .map(({ what, before, after }): LabDifference => {
      const side = after.length > before.length ? 'would' : 'was';
      const [first] = side === 'would' ? after : before;
      return {
        kind: `effect ${what}`,
        at: lastOf(compared, (one) => one.kind === 'effect' && one.what === what),
        was: before.length,
        would: after.length,
        side,
        reason: first ? { code: 'rule', params: { ruleId: first.ruleId } } : null,
      };
    });
}

const doneIn = ({ seen }: Way) =>
  Map.groupBy(
    seen.filter((one) => one.kind === 'effect'),
    ({ what }) => what,
  );

function lastOf({ was, would, past }: Compared, fits: (one: Seen) => boolean): string {
  const at = [...was.seen, ...would.seen].findLast(fits)?.at;
  return new Date(at ?? past.opening.createdAt).toISOString();
}
