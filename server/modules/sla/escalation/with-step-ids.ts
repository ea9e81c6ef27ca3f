import { newId } from '../../../kernel/ids.ts';
import type { SlaTerms } from '../schema.ts';

/** New steps get an id, those that were there keep theirs: clocks remember by it what they have told. */
export function withStepIds(terms: SlaTerms): SlaTerms {
  const taken = new Set<string>();
  const steps = terms.steps.map((step) => {
    const id = step.id === undefined || taken.has(step.id) ? newId() : step.id;
    taken.add(id);
    return { ...step, id };
  });
  return { ...terms, steps };
}
