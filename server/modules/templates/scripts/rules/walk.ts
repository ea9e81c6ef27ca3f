/** Where an answer, or a step that asks nothing, leads; null: the talk is over. */
export type Answer = { readonly text: string; readonly next: string | null };
export type Step = {
  readonly id: string;
  readonly text: string;
  /** None: it is only said, and `next` follows. */
  readonly answers: readonly Answer[];
  readonly next: string | null;
};

export type StepProblem = {
  readonly step: string;
  /** `lost`: no way leads there. `endless`: from here on the talk never ends. */
  readonly code: 'lost' | 'endless';
};

const nextOf = ({ answers, next }: Step): (string | null)[] =>
  answers.length > 0 ? answers.map((answer) => answer.next) : [next];

/** Names of steps that lead nowhere: a script that has some is refused. */
export function brokenLinks(steps: readonly Step[]): string[] {
  const known = new Set(steps.map(({ id }) => id));
  return steps
    .filter((step) => nextOf(step).some((next) => next !== null && !known.has(next)))
    .map(({ id }) => id);
}

/** What its keeper should look at; it works all the same. */
export function stepProblems(steps: readonly Step[]): StepProblem[] {
  const reached = reach(steps, [steps[0]?.id ?? '']);
  const ending = endings(steps);
  return steps.flatMap(({ id }): StepProblem[] => {
    if (!reached.has(id)) {
      return [{ step: id, code: 'lost' }];
    }
    return ending.has(id) ? [] : [{ step: id, code: 'endless' }];
  });
}

function reach(steps: readonly Step[], from: readonly string[]): Set<string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = byId.get(id);
    if (step && !seen.has(id)) {
      seen.add(id);
      waiting.push(...nextOf(step).filter((next) => next !== null));
    }
  }
  return seen;
}

/** Steps from which the end can be reached: the way back from wherever the talk may be over. */
function endings(steps: readonly Step[]): Set<string> {
  const found = new Set<string>();
  for (let grown = true; grown;) {
    const more = steps.filter(
      (step) =>
        !found.has(step.id) && nextOf(step).some((next) => next === null || found.has(next)),
    );
    more.forEach(({ id }) => found.add(id));
    grown = more.length > 0;
  }
  return found;
}

export type Taken = { readonly step: string; readonly answer: number | null };

/**
 * The way that was gone as lines "question — answer"; null where the script does not lead so, e.g. since somebody
 * has changed it meanwhile.
 */
export function linesOf(steps: readonly Step[], taken: readonly Taken[]): string[] | null {
  const byId = new Map(steps.map((step) => [step.id, step]));
  let expected: string | null = steps[0]?.id ?? null;
  const lines: string[] = [];
  for (const { step: id, answer } of taken) {
    const step = id === expected ? byId.get(id) : undefined;
    const gone = step && goneBy(step, answer);
    if (!gone) {
      return null;
    }
    lines.push(gone.line);
    expected = gone.next;
  }
  return lines;
}

/** What was said at a step, and where it led; null for an answer that the step does not have. */
function goneBy(
  { text, answers, next }: Step,
  answer: number | null,
): { line: string; next: string | null } | null {
  if (answer === null) {
    return answers.length === 0 ? { line: text, next } : null;
  }
  const chosen = answers[answer];
  return chosen ? { line: `${text} — ${chosen.text}`, next: chosen.next } : null;
}
