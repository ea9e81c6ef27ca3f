import type { LabResult } from './lab-types.ts';

/** A sentence of the result: the key of its words, and what fills them. */
export type Headline = { readonly key: string; readonly fill: Readonly<Record<string, unknown>> };

/** The three things to know first: where tickets go, whether promises hold, what people have of it. */
export function headlinesOf(result: LabResult): Headline[] {
  const all = result.tickets.opened + result.tickets.older;
  return result.tickets.different + result.tickets.turns === 0 && !isFelt(result)
    ? [{ key: 'nothing', fill: { count: all } }]
    : [...waysOf(result, all), promiseOf(result), feltOf(result)];
}

/** What the change does itself, then what follows from it for others. */
function waysOf(result: LabResult, all: number): Headline[] {
  const { turns } = result.tickets;
  const also = turns > 0 ? [{ key: 'turns', fill: { count: turns } }] : [];
  return also.length > 0 && result.fields.length === 0 ? also : [wayOf(result, all), ...also];
}

function wayOf({ fields }: LabResult, all: number): Headline {
  const [first] = fields;
  const pair = first?.pairs[0];
  return first && pair
    ? {
        key: 'field',
        fill: { count: first.tickets, all, field: first.field, was: pair.was, would: pair.would },
      }
    : { key: 'sameWay', fill: {} };
}

function promiseOf({ targets }: LabResult): Headline {
  const more = targets.reduce((sum, { nowLate }) => sum + nowLate, 0);
  const less = targets.reduce((sum, { nowInTime }) => sum + nowInTime, 0);
  if (more > 0 && less > 0) {
    return { key: 'lateBoth', fill: { more, less } };
  }
  return more + less === 0
    ? { key: 'samePromises', fill: {} }
    : { key: more > 0 ? 'lateMore' : 'lateLess', fill: { count: more + less } };
}

const handOf = ({ byHand }: LabResult): number =>
  byHand.reduce((sum, { was, would }) => sum + would - was, 0);

const effectOf = ({ effects }: LabResult) =>
  effects
    .filter(({ was, would }) => was !== would)
    .toSorted((a, b) => Math.abs(b.would - b.was) - Math.abs(a.would - a.was))[0];

const isFelt = (result: LabResult): boolean =>
  handOf(result) !== 0 || effectOf(result) !== undefined;

function feltOf(result: LabResult): Headline {
  const hand = handOf(result);
  if (hand !== 0) {
    return { key: hand < 0 ? 'handLess' : 'handMore', fill: { count: Math.abs(hand) } };
  }
  const effect = effectOf(result);
  return effect
    ? { key: 'effect', fill: { what: effect.kind, was: effect.was, would: effect.would } }
    : { key: 'sameEffects', fill: {} };
}
