import type { RuleEvent } from '../schema.ts';
import type { CompiledRule } from './compile-rules.ts';

type Rules = readonly CompiledRule[];
const known = new WeakMap<Rules, Map<string, Rules>>();

/** Rules that something calls, in their order. The same few things happen over and over, so each mixture is sorted out once. */
export function calledRules(rules: Rules, happened: readonly (RuleEvent | undefined)[]): Rules {
  const ofThese = known.get(rules) ?? new Map<string, Rules>();
  known.set(rules, ofThese);
  const mixture = happened.join(' ');
  const found =
    ofThese.get(mixture) ??
    rules.filter(({ on }) => happened.some((event) => event !== undefined && on.has(event)));
  ofThese.set(mixture, found);
  return found;
}
