/** One: whoever approves first decides. All: everybody must. In order: everybody must, one after the other. */
export type Mode = 'one' | 'all' | 'in_order';
export type ApproverState = 'waiting' | 'asked' | 'approved' | 'rejected' | 'skipped';
export type Decision = 'approved' | 'rejected';

/** Who is asked in the beginning. */
export const firstStates = (mode: Mode, approvers: number): ApproverState[] =>
  Array.from({ length: approvers }, (_, index) =>
    mode === 'in_order' && index > 0 ? 'waiting' : 'asked',
  );

export type Settled = {
  readonly outcome: 'pending' | Decision;
  readonly states: readonly ApproverState[];
  /** Whose turn it has become; null: nobody's. */
  readonly asks: number | null;
};

/** What follows when the approver at `index`, who is asked, decides. */
export function settle(
  mode: Mode,
  before: readonly ApproverState[],
  { index, decision }: { readonly index: number; readonly decision: Decision },
): Settled {
  const states = before.with(index, decision);
  const outcome = outcomeOf(mode, states, decision);
  if (outcome !== 'pending') {
    return { outcome, states: states.map(leftOut), asks: null };
  }
  const next = mode === 'in_order' ? states.indexOf('waiting') : -1;
  return next === -1
    ? { outcome, states, asks: null }
    : { outcome, states: states.with(next, 'asked'), asks: next };
}

function outcomeOf(
  mode: Mode,
  states: readonly ApproverState[],
  decision: Decision,
): Settled['outcome'] {
  const everybody = (state: ApproverState) => states.every((each) => each === state);
  if (mode === 'one') {
    return decision === 'approved' ? 'approved' : everybody('rejected') ? 'rejected' : 'pending';
  }
  return decision === 'rejected' ? 'rejected' : everybody('approved') ? 'approved' : 'pending';
}

export const leftOut = (state: ApproverState): ApproverState =>
  state === 'asked' || state === 'waiting' ? 'skipped' : state;
