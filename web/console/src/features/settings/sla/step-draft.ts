import type { components } from '../../../../../../contracts/client.ts';
import { percentOf, readMinutes } from './time-words.ts';

export type EscalationStep = components['schemas']['EscalationStep'];
export type EscalationAct = components['schemas']['EscalationAct'];
export type ActKind = EscalationAct['kind'];

export const moments = ['share', 'left', 'breach', 'over'] as const;
export type Moment = (typeof moments)[number];

/** Those who are told beside people and roles by name. */
export const parties = ['assignee', 'leads', 'onDuty'] as const;

/** A step as it is written: times as text, whom it tells as one list (`assignee`, `role id`, `user id`). */
export type StepDraft = {
  readonly key: string;
  readonly id?: string | undefined;
  readonly target: string;
  readonly moment: Moment;
  /** A share in percent, or a time. */
  readonly value: string;
  readonly told: readonly string[];
  readonly overridesQuiet: boolean;
  readonly acts: readonly EscalationAct[];
};

let stepsMade = 0;
const keyOfNext = () => {
  stepsMade += 1;
  return `step-${stepsMade}`;
};

export const newStep = (target: string): StepDraft => ({
  key: keyOfNext(),
  target,
  moment: 'breach',
  value: '',
  told: ['leads'],
  overridesQuiet: false,
  acts: [],
});

function momentOf(
  when: EscalationStep['when'],
  say: (minutes: number) => string,
): Pick<StepDraft, 'moment' | 'value'> {
  if ('share' in when) {
    return { moment: 'share', value: String(percentOf(when.share)) };
  }
  if ('minutesLeft' in when) {
    return { moment: 'left', value: say(when.minutesLeft) };
  }
  return when.minutesOver === 0
    ? { moment: 'breach', value: '' }
    : { moment: 'over', value: say(when.minutesOver) };
}

export function stepDraftOf(step: EscalationStep, say: (minutes: number) => string): StepDraft {
  const { tell } = step;
  return {
    key: keyOfNext(),
    id: step.id,
    target: step.target,
    ...momentOf(step.when, say),
    told: [
      ...parties.filter((party) => tell[party]),
      ...(tell.roleIds ?? []).map((id) => `role ${id}`),
      ...(tell.userIds ?? []).map((id) => `user ${id}`),
    ],
    overridesQuiet: step.overridesQuiet,
    acts: step.acts ?? [],
  };
}

function whenOf({ moment, value }: StepDraft): EscalationStep['when'] | null {
  if (moment === 'breach') {
    return { minutesOver: 0 };
  }
  if (moment === 'share') {
    const percent = Number(value.replace('%', '').trim());
    return Number.isInteger(percent) && percent >= 1 && percent <= 99
      ? { share: percent / 100 }
      : null;
  }
  const minutes = readMinutes(value);
  if (minutes === null) {
    return null;
  }
  return moment === 'left' ? { minutesLeft: minutes } : { minutesOver: minutes };
}

const idsOf = (told: readonly string[], kind: string): string[] =>
  told.filter((each) => each.startsWith(`${kind} `)).map((each) => each.slice(kind.length + 1));

/** What is sent; nothing of a step whose time cannot be read. */
export function stepOf(step: StepDraft): EscalationStep[] {
  const when = whenOf(step);
  const { id, target, told, overridesQuiet, acts } = step;
  return when === null
    ? []
    : [
        {
          ...(id !== undefined && { id }),
          target,
          when,
          tell: {
            assignee: told.includes('assignee'),
            leads: told.includes('leads'),
            onDuty: told.includes('onDuty'),
            userIds: idsOf(told, 'user'),
            roleIds: idsOf(told, 'role'),
          },
          overridesQuiet,
          acts: [...acts],
        },
      ];
}

const isEmptyAct = (act: EscalationAct): boolean =>
  act.kind === 'tags'
    ? act.add.length === 0
    : act.kind === 'note'
      ? act.text.trim() === ''
      : act.value === '';

/** Place in the form to the key of the words that say what is wrong there. */
export function stepErrors(steps: readonly StepDraft[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const step of steps) {
    const { key, told, acts, moment } = step;
    if (whenOf(step) === null) {
      errors[`${key}.when`] = moment === 'share' ? 'sla.unreadShare' : 'sla.unreadTime';
    }
    if (told.length === 0 && acts.length === 0) {
      errors[`${key}.tell`] = 'sla.needEffect';
    }
    if (acts.some(isEmptyAct)) {
      errors[`${key}.acts`] = 'sla.needAct';
    }
  }
  return errors;
}
