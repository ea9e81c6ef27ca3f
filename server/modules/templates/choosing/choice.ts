import type { CompileOptions, Condition, ConditionSubject } from '../../tickets/public.ts';
import { compileCondition, joinNeeds, type FactNeeds } from '../../tickets/public.ts';

export type Chosen = { readonly id: string; readonly condition: Condition; readonly uses: number };

export type Choice = {
  readonly needs: FactNeeds;
  /** Ids of those that fit: what says most of the ticket first, then what is used most. */
  of(subject: ConditionSubject): string[];
};

/** How scripts and macros are chosen for a ticket. */
export function choiceFrom(chosen: readonly Chosen[], options: CompileOptions): Choice {
  const compiled = chosen.map(({ id, uses, condition }) => ({
    id,
    uses,
    ...compileCondition(condition, options),
  }));
  return {
    needs: joinNeeds(compiled.map(({ needs }) => needs)),
    of: (subject) =>
      compiled
        .filter(({ test }) => test(subject))
        .map(({ id, uses, explain }) => ({ id, uses, held: explain(subject).length }))
        .toSorted((a, b) => b.held - a.held || b.uses - a.uses || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id),
  };
}
