import type { components } from '../../../../../../contracts/client.ts';
import { newKey } from '../../../lib/new-key.ts';

export type TalkScript = components['schemas']['TalkScript'];
export type Step = TalkScript['steps'][number];

/** Short, and never one that is there: a step keeps its name wherever it is moved. */
export const freshStep = (): Step => ({
  id: newKey().slice(0, 8),
  text: '',
  answers: [],
  next: null,
  sets: null,
  templateId: null,
});

const nextOf = ({ answers, next }: Step): (string | null)[] =>
  answers.length > 0 ? answers.map((answer) => answer.next) : [next];

/** As the server will say after saving: where to look while one still writes. */
export function problemsOf(steps: readonly Step[]): Map<string, 'lost' | 'endless'> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const reached = new Set<string>();
  const waiting = steps.slice(0, 1).map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = byId.get(id);
    if (step && !reached.has(id)) {
      reached.add(id);
      waiting.push(...nextOf(step).filter((next) => next !== null));
    }
  }
  const ending = new Set<string>();
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    for (const step of steps) {
      if (nextOf(step).some((next) => next === null || ending.has(next))) {
        ending.add(step.id);
      }
    }
  }
  return new Map(
    steps.flatMap(({ id }) => {
      const code = reached.has(id) ? (ending.has(id) ? null : 'endless') : 'lost';
      return code === null ? [] : [[id, code] as const];
    }),
  );
}

/** Whatever led there leads to the end. */
export const withoutStep = (steps: readonly Step[], gone: string): Step[] =>
  steps
    .filter(({ id }) => id !== gone)
    .map((step) => ({
      ...step,
      next: step.next === gone ? null : step.next,
      answers: step.answers.map((answer) =>
        answer.next === gone ? { ...answer, next: null } : answer,
      ),
    }));

export const isWritten = (steps: readonly Step[]): boolean =>
  steps.every(({ text, answers }) => text.trim() && answers.every((answer) => answer.text.trim()));
