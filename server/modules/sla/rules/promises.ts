import {
  pauseClock,
  reopenClock,
  resumeClock,
  startClock,
  stopClock,
  type Clock,
  type Terms,
} from './clock.ts';

/**
 * What was promised for a ticket, and what happens to its clocks when something happens to the ticket. Built-in targets have a
 * meaning of their own; any other is a piece of work that ends with the ticket.
 */
export const builtInTargets = ['first_response', 'next_response', 'update', 'resolution'] as const;
export type BuiltInTarget = (typeof builtInTargets)[number];

export type Promises = {
  /** As they are for a round that begins now. */
  readonly terms: ReadonlyMap<string, Terms>;
  /** By target, of rounds that keep the goal they began with. */
  readonly keptGoals?: ReadonlyMap<string, number>;
  /** Whether the very first message waits for a next response too, beside the first one. */
  readonly firstMessageIsExchange: boolean;
  /** What a reopened ticket does to the clocks that ended with it. */
  readonly onReopen: 'continue' | 'restart' | 'leave';
};

export type Happening = { readonly at: number } & (
  | { readonly kind: 'opened' }
  | { readonly kind: 'customer-wrote' }
  /** `only`: the clock that this answers, when it does not answer all of them. */
  | { readonly kind: 'answered'; readonly only?: BuiltInTarget }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'reopened' }
);

export type Clocks = ReadonlyMap<string, Clock>;

/** The clocks after it happened. Those that do not change stay the same objects, and all of them the same map. */
export function afterThat(clocks: Clocks, happening: Happening, promises: Promises): Clocks {
  const { at } = happening;
  switch (happening.kind) {
    case 'opened':
      return open(new Map(clocks), at, promises);
    case 'customer-wrote':
      return ask(new Map(clocks), at, promises);
    case 'answered':
      return answer(new Map(clocks), happening, promises);
    case 'paused':
      return each(clocks, promises, (clock, terms) => pauseClock(clock, terms, at));
    case 'resumed':
      return each(clocks, promises, (clock, terms) => resumeClock(clock, terms, at));
    case 'finished':
      return each(clocks, promises, (clock, terms) =>
        endsWithTicket(clock.target) ? stopClock(clock, terms, at) : clock,
      );
    default:
      return reopen(clocks, at, promises);
  }
}

export const endsWithTicket = (target: string): boolean =>
  target === 'resolution' || !(builtInTargets as readonly string[]).includes(target);

function open(clocks: Map<string, Clock>, at: number, { terms }: Promises): Clocks {
  for (const [target, own] of terms) {
    if (target !== 'next_response' && !clocks.has(target)) {
      clocks.set(target, startClock(target, own, at));
    }
  }
  return clocks;
}

/** The oldest question without an answer counts: a second letter does not begin the time anew. */
function ask(clocks: Map<string, Clock>, at: number, promises: Promises): Clocks {
  const terms = promises.terms.get('next_response');
  const first = clocks.get('first_response');
  const waitsForFirst = first !== undefined && first.state !== 'stopped';
  if (terms && (promises.firstMessageIsExchange || !waitsForFirst)) {
    begin(clocks, 'next_response', terms, at);
  }
  return clocks;
}

function answer(
  clocks: Map<string, Clock>,
  { at, only }: { at: number; only?: BuiltInTarget },
  { terms }: Promises,
): Clocks {
  for (const target of ['first_response', 'next_response', 'update'] as const) {
    const [clock, own] = [clocks.get(target), terms.get(target)];
    if (clock && own && (only ?? target) === target) {
      clocks.set(target, stopClock(clock, own, at));
    }
  }
  const update = terms.get('update');
  if (update && only !== 'first_response') {
    begin(clocks, 'update', update, at);
  }
  return clocks;
}

function reopen(clocks: Clocks, at: number, promises: Promises): Clocks {
  const { onReopen } = promises;
  if (onReopen === 'leave') {
    return clocks;
  }
  const anew = onReopen === 'restart';
  return each(clocks, promises, (clock, own) => {
    const terms = anew ? own : termsOfRound(clock.target, own, promises);
    return endsWithTicket(clock.target) ? reopenClock(clock, terms, at, anew) : clock;
  });
}

export function termsOfRound(
  target: string,
  terms: Terms,
  { keptGoals }: Pick<Promises, 'keptGoals'>,
): Terms {
  const goalMs = keptGoals?.get(target);
  return goalMs === undefined || goalMs === terms.goalMs ? terms : { ...terms, goalMs };
}

/** A new round of a clock that runs once an exchange. */
function begin(clocks: Map<string, Clock>, target: string, terms: Terms, at: number): void {
  const before = clocks.get(target);
  if (before && before.state !== 'stopped') {
    return;
  }
  clocks.set(target, {
    ...startClock(target, terms, at),
    slowestMs: before?.slowestMs ?? null,
  });
}

function each(
  clocks: Clocks,
  { terms }: Pick<Promises, 'terms'>,
  turn: (clock: Clock, terms: Terms) => Clock,
): Clocks {
  let next: Map<string, Clock> | null = null;
  for (const [target, clock] of clocks) {
    const own = terms.get(target);
    const turned = own ? turn(clock, own) : clock;
    if (turned !== clock) {
      next ??= new Map(clocks);
      next.set(target, turned);
    }
  }
  return next ?? clocks;
}
