import { z } from 'zod';
import { id, line, text } from '../../../kernel/text.ts';
import { Priority } from '../../tickets/public.ts';

const mostMinutes = 366 * 24 * 60;

/** Minutes are of the clock's own time: working time where its policy counts by a calendar. */
export const EscalationMoment = z
  .union([
    /** When this share of the time is used. */
    z.strictObject({ share: z.number().min(0.01).max(0.99) }),
    z.strictObject({ minutesLeft: z.int().min(1).max(mostMinutes) }),
    /** 0: at the breach itself. */
    z.strictObject({ minutesOver: z.int().min(0).max(mostMinutes) }),
  ])
  .meta({ id: 'EscalationMoment' });
export type EscalationMoment = z.infer<typeof EscalationMoment>;

export const EscalationAct = z
  .union([
    /** To another team; whoever has the ticket there is decided anew, unless an act says who. */
    z.strictObject({ kind: z.literal('team'), value: id() }),
    z.strictObject({ kind: z.literal('assignee'), value: id() }),
    /** Never lowers. `up`: by one step. */
    z.strictObject({ kind: z.literal('priority'), value: z.enum(['up', ...Priority.options]) }),
    z.strictObject({
      kind: z.literal('tags'),
      add: z
        .array(line({ min: 1, max: 60 }).overwrite((tag) => tag.toLowerCase()))
        .min(1)
        .max(20),
    }),
    z.strictObject({ kind: z.literal('note'), text: text({ min: 1, max: 5_000 }) }),
  ])
  .meta({ id: 'EscalationAct' });
export type EscalationAct = z.infer<typeof EscalationAct>;

export const EscalationTell = z
  .strictObject({
    assignee: z.boolean().default(false),
    /** Of the ticket's team. */
    leads: z.boolean().default(false),
    /** Of the ticket's team; where none is, of the whole company. */
    onDuty: z.boolean().default(false),
    userIds: z.array(id()).max(20).default([]),
    roleIds: z.array(id()).max(10).default([]),
  })
  .meta({ id: 'EscalationTell' });
export type EscalationTell = z.infer<typeof EscalationTell>;

export const EscalationStep = z
  .strictObject({
    /** Stays the same while the step is changed, so that it does not fire again for what it has told. Given when saved. */
    id: id().optional(),
    target: z.string().min(1).max(60),
    when: EscalationMoment,
    tell: EscalationTell,
    /** Also in the quiet hours of those who are told; whoever is on duty is told at once anyway. */
    overridesQuiet: z.boolean().default(false),
    acts: z.array(EscalationAct).max(5).default([]),
  })
  .meta({ id: 'EscalationStep' });
export type EscalationStep = z.infer<typeof EscalationStep>;

export const mostSteps = 20;

type Promised = {
  readonly minutes: number;
  readonly byPriority?: Readonly<Record<string, number | undefined>> | undefined;
};
type Problem = { readonly path: (string | number)[]; readonly code: string };

/** What no step may be: about a target that is not promised, of no effect, or earlier than the clock begins. */
export const stepProblems = (
  steps: readonly EscalationStep[],
  targets: Readonly<Record<string, Promised | undefined>>,
): Problem[] =>
  steps.flatMap((step, at): Problem[] => {
    const goal = Object.hasOwn(targets, step.target) ? targets[step.target] : undefined;
    if (!goal) {
      return [{ path: [at, 'target'], code: 'not_promised' }];
    }
    return [
      ...(comesNever(step, goal) ? [{ path: [at, 'when'], code: 'before_the_beginning' }] : []),
      ...(hasEffect(step) ? [] : [{ path: [at, 'tell'], code: 'required' }]),
    ];
  });

function comesNever({ when }: EscalationStep, { minutes, byPriority = {} }: Promised): boolean {
  const longest = Math.max(minutes, ...Object.values(byPriority).map((each) => each ?? 0));
  return 'minutesLeft' in when && when.minutesLeft >= longest;
}

const hasEffect = ({ tell, acts }: EscalationStep): boolean =>
  acts.length > 0 ||
  tell.assignee ||
  tell.leads ||
  tell.onDuty ||
  [...tell.userIds, ...tell.roleIds].length > 0;
