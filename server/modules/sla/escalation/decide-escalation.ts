import type { Applied, Kept } from '../rules/decide.ts';
import { decideSteps, noSteps, type Step, type StepState } from './steps.ts';

/** A step of a clock whose time has come. */
export type FiredStep = { readonly policy: Applied; readonly step: Step };

export type Escalated = {
  /** By target. */
  readonly states: ReadonlyMap<string, StepState>;
  readonly fires: readonly FiredStep[];
};

type Asked = {
  readonly before: Kept;
  /** As they were kept, by target. */
  readonly steps: ReadonlyMap<string, StepState>;
  readonly after: Kept;
  readonly at: number;
  readonly moved: boolean;
};

const none: readonly Step[] = [];

/** The steps of all clocks of a ticket. What fires is of the policy that was waited by, also when another one holds since this moment. */
export function decideEscalation({ before, steps, after, at, moved }: Asked): Escalated {
  const states = new Map<string, StepState>();
  const fires: FiredStep[] = [];
  for (const [target, clock] of after.clocks) {
    const terms = after.applied?.terms.get(target);
    if (!after.applied || !terms) {
      continue;
    }
    const own = after.applied.steps.get(target) ?? none;
    const state = steps.get(target) ?? noSteps;
    if (own.length === 0 && state.at === null) {
      states.set(target, noSteps);
      continue;
    }
    const decided = decideSteps({
      before: counted(before, target, state),
      after: { clock, terms, steps: own },
      at,
      moved,
    });
    const policy = before.applied ?? after.applied;
    states.set(target, decided.state);
    fires.push(...decided.fires.map((step) => ({ policy, step })));
  }
  return { states, fires };
}

function counted({ applied, clocks }: Kept, target: string, state: StepState) {
  const [clock, terms] = [clocks.get(target), applied?.terms.get(target)];
  return clock && terms && applied
    ? { clock, terms, steps: applied.steps.get(target) ?? [], state }
    : null;
}
