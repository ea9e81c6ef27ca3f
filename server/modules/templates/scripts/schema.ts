import { z } from 'zod';
import { id, line, text, time } from '../../../kernel/text.ts';
import {
  changeable,
  Condition,
  ConditionProblem,
  Priority,
  TicketType,
} from '../../tickets/public.ts';

export const stepId = z.string().regex(/^[a-z0-9-]{1,40}$/, { message: 'not_step' });

/** What a step does to the ticket when it is reached. */
const Sets = z.strictObject({
  type: TicketType.optional(),
  priority: Priority.optional(),
  categoryId: id().optional(),
  addTags: changeable.tags.optional(),
  fields: changeable.fields.optional(),
});

const Step = z.strictObject({
  id: stepId,
  text: text({ min: 1, max: 4000 }),
  answers: z
    .array(z.strictObject({ text: line({ min: 1, max: 200 }), next: stepId.nullable() }))
    .max(20),
  next: stepId.nullable(),
  sets: Sets.nullable().default(null),
  /** An answer to insert at this step. */
  templateId: id().nullable().default(null),
});
export type StoredStep = z.output<typeof Step>;

export const TalkScript = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Which tickets it is offered for. */
    condition: Condition,
    /** Where the condition names what is not there (any more). */
    conditionProblems: z.array(ConditionProblem),
    steps: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        answers: z.array(z.object({ text: z.string(), next: z.string().nullable() })),
        next: z.string().nullable(),
        sets: z
          .object({
            type: TicketType.optional(),
            priority: Priority.optional(),
            categoryId: z.string().optional(),
            addTags: z.array(z.string()).optional(),
            fields: z.record(z.string(), z.unknown()).optional(),
          })
          .nullable(),
        templateId: z.string().nullable(),
      }),
    ),
    /** What its keeper should look at: steps that nobody reaches, talks that never end. */
    problems: z.array(z.object({ step: z.string(), code: z.enum(['lost', 'endless']) })),
    uses: z.int(),
    lastUsedAt: time().nullable(),
    changedAt: time(),
    version: z.int(),
  })
  .meta({ id: 'TalkScript' });
export type TalkScript = z.infer<typeof TalkScript>;

export const scriptFields = {
  name: line({ min: 1, max: 120 }),
  condition: Condition,
  steps: z.array(Step).min(1).max(200),
};

export type ScriptTables = {
  talk_script: {
    workspace_id: string;
    id: string;
    name: string;
    condition: Condition;
    steps: StoredStep[];
    uses: number;
    last_used_at: Date | null;
    version: number;
    created_at: Date;
    changed_at: Date;
  };
};
