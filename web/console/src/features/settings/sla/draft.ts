import type { components } from '../../../../../../contracts/client.ts';
import { everything } from '../../../parts/conditions/tree.ts';
import { stepDraftOf, stepErrors, stepOf, type StepDraft } from './step-draft.ts';
import { percentOf, readMinutes, readShares } from './time-words.ts';

export type SlaPolicy = components['schemas']['SlaPolicy'];
export type SlaTerms = components['schemas']['SlaTerms'];
type Status = SlaTerms['pausedIn'][number];

export const builtInTargets = ['first_response', 'next_response', 'update', 'resolution'] as const;
export const priorities = ['urgent', 'high', 'normal', 'low'] as const;
export const waitingStatuses: readonly Status[] = ['new', 'open', 'pending', 'on_hold'];

/** One target as it is written: times as text, an empty one of a priority is as for all. */
export type Goal = {
  readonly key: string;
  readonly target: string;
  readonly all: string;
  readonly by: Readonly<Record<string, string>>;
};

export type Draft = {
  readonly name: string;
  readonly condition: SlaPolicy['condition'];
  readonly goals: readonly Goal[];
  /** Empty: round the clock, or the default calendar where teams have theirs. */
  readonly calendarId: string;
  readonly byTeam: boolean;
  readonly pausedIn: readonly Status[];
  readonly warnAt: string;
  readonly onReopen: SlaTerms['onReopen'];
  readonly onChange: SlaTerms['onChange'];
  readonly onPriority: SlaTerms['onPriority'];
  readonly onMerge: SlaTerms['onMerge'];
  readonly steps: readonly StepDraft[];
};

export const isBuiltIn = (target: string): boolean =>
  (builtInTargets as readonly string[]).includes(target);

/** As they follow one another in a ticket, those of the company's own last; the server keeps no order. */
export const goalsInOrder = (targets: SlaTerms['targets']) => {
  const place = (target: string) => {
    const at = (builtInTargets as readonly string[]).indexOf(target);
    return at === -1 ? builtInTargets.length : at;
  };
  return Object.entries(targets).toSorted(([a], [b]) => place(a) - place(b) || a.localeCompare(b));
};

let goalsMade = 0;
export function goalOf(target: string, all = '', by: Goal['by'] = {}): Goal {
  goalsMade += 1;
  return { key: `goal-${goalsMade}`, target, all, by };
}

/** A policy as the form shows it; `say` writes minutes as a person would. */
export function draftOf(policy: SlaPolicy | null, say: (minutes: number) => string): Draft {
  if (!policy) {
    return {
      name: '',
      condition: everything,
      goals: [goalOf('first_response', say(60)), goalOf('resolution', say(8 * 60))],
      calendarId: '',
      byTeam: false,
      pausedIn: ['pending', 'on_hold'],
      warnAt: '80',
      onReopen: 'continue',
      onChange: 'keep',
      onPriority: 'keep',
      onMerge: 'longest',
      steps: [],
    };
  }
  const { name, condition, terms, calendar, byTeam } = policy;
  return {
    name,
    condition,
    goals: goalsInOrder(terms.targets).map(([target, { minutes, byPriority = {} }]) =>
      goalOf(
        target,
        say(minutes),
        Object.fromEntries(Object.entries(byPriority).map(([level, own]) => [level, say(own)])),
      ),
    ),
    calendarId: calendar?.id ?? '',
    byTeam,
    pausedIn: terms.pausedIn,
    warnAt: terms.warnAt.map(percentOf).join(', '),
    onReopen: terms.onReopen,
    onChange: terms.onChange,
    onPriority: terms.onPriority ?? 'keep',
    onMerge: terms.onMerge ?? 'longest',
    steps: (terms.steps ?? []).map((step) => stepDraftOf(step, say)),
  };
}

/** Place in the form, e.g. `goal-1.all`, to the key of the words that say what is wrong there. */
export type DraftErrors = Record<string, string>;

const targetName = /^[a-z][a-z0-9_]{0,59}$/;

function goalErrors(goals: Draft['goals']): DraftErrors {
  const errors: DraftErrors = goals.length === 0 ? { targets: 'sla.needTarget' } : {};
  const seen = new Set<string>();
  for (const { key, target, all, by } of goals) {
    if (!targetName.test(target)) {
      errors[`${key}.target`] = 'sla.unreadTarget';
    } else if (seen.has(target)) {
      errors[`${key}.target`] = 'sla.twiceTarget';
    }
    seen.add(target);
    for (const [place, text] of [['all', all], ...Object.entries(by)] as const) {
      if (readMinutes(text) === null && (place === 'all' || text.trim() !== '')) {
        errors[`${key}.${place}`] = 'sla.unreadTime';
      }
    }
  }
  return errors;
}

export function draftErrors({ name, goals, warnAt, steps }: Draft): DraftErrors {
  return {
    ...(name.trim() === '' ? { name: 'sla.needName' } : {}),
    ...goalErrors(goals),
    ...stepErrors(steps),
    ...(readShares(warnAt) === null ? { warnAt: 'sla.unreadShares' } : {}),
  };
}

/** What is sent; of a draft with errors only as far as it can be read, for the sentence below the form. */
export function termsOf(draft: Draft): SlaTerms {
  const { goals, warnAt, pausedIn, onReopen, onChange, onPriority, onMerge, steps } = draft;
  const targets = goals.flatMap(({ target, all, by }) => {
    const minutes = readMinutes(all);
    const own = Object.entries(by).flatMap(([level, text]) => {
      const time = readMinutes(text);
      return time === null ? [] : [[level, time] as const];
    });
    const byPriority = own.length > 0 ? { byPriority: Object.fromEntries(own) } : {};
    return minutes === null || target === '' ? [] : [[target, { minutes, ...byPriority }] as const];
  });
  return {
    targets: Object.fromEntries(targets),
    warnAt: readShares(warnAt) ?? [],
    pausedIn: [...pausedIn],
    onReopen,
    onChange,
    onPriority,
    onMerge,
    steps: steps.flatMap(stepOf),
  };
}

function placeInStep(at: string, steps: Draft['steps']): string | null {
  const [, index, part = 'tell'] = /^terms\.steps\.(\d+)(?:\.(when|target|acts))?/.exec(at) ?? [];
  const step = index === undefined ? undefined : steps[Number(index)];
  return step ? `${step.key}.${part}` : null;
}

/** What the server minds, at the places of the form; what has no place is said once below. */
export function placed(errors: Record<string, string>, { goals, steps }: Draft) {
  const own: Record<string, string> = {};
  const condition: Record<string, string> = {};
  const others = new Set<string>();
  for (const [at, words] of Object.entries(errors)) {
    const target = /^terms\.targets\.([^.]+)(?:\.byPriority\.([^.]+))?/.exec(at);
    const goal = target && goals.find((each) => each.target === target[1]);
    const inStep = placeInStep(at, steps);
    if (inStep) {
      own[inStep] = words;
    } else if (goal) {
      own[`${goal.key}.${target[2] ?? 'all'}`] = words;
    } else if (at.startsWith('condition')) {
      condition[at.replace(/^condition\.?/, '')] = words;
    } else if (/^(name|calendarId)$/.test(at)) {
      own[at] = words;
    } else if (at.startsWith('terms.warnAt')) {
      own['warnAt'] = words;
    } else {
      others.add(words);
    }
  }
  return { own, condition, others: [...others] };
}
