import { z } from 'zod';
import { id, line, time } from '../../kernel/text.ts';
import { Ref } from '../customers/public.ts';
import { FieldKind, ownFieldRef, SettableStatus, Status, TicketType } from '../tickets/public.ts';

export const StatusColour = z.enum([
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'indigo',
  'violet',
  'pink',
]);
export const statusFields = {
  type: TicketType,
  class: SettableStatus,
  name: line({ min: 1, max: 60 }),
  otherName: line({ min: 1, max: 60 }).nullable(),
  colour: StatusColour,
  /** The mark that one of the six has. */
  shape: SettableStatus,
};

export const OwnStatus = z
  .object({
    id: z.string(),
    ...statusFields,
    /** On its way out: its tickets are being moved, and no other can take it. */
    leaving: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'OwnStatus' });
export type OwnStatus = z.infer<typeof OwnStatus>;

/** Where a ticket can stand: an own status by its id, or one of the six where its type has no own ones for that. */
export const Place = z.union([SettableStatus, id()]);

const PlainNeed = z
  .enum([
    'category',
    'team',
    'assignee',
    'organization',
    'tags',
    'region',
    'impact',
    'urgency',
    'time',
    'answer',
    'tasks',
  ])
  .meta({ id: 'WorkflowNeed' });

/** What has to be there before a step; `fields.serial` is the own field of that name. */
export const Need = z.union([PlainNeed, ownFieldRef]);

export const workflowFields = {
  /** Null: from everywhere to everywhere. */
  transitions: z
    .array(z.strictObject({ from: Place, to: Place, restricted: z.boolean().default(false) }))
    .max(400)
    .nullable(),
  required: z.array(z.strictObject({ before: Place, needs: z.array(Need).min(1).max(30) })).max(50),
};

export const Workflow = z
  .object({ type: TicketType, ...workflowFields, version: z.int() })
  .meta({ id: 'Workflow' });
export type Workflow = z.infer<typeof Workflow>;
export type WorkflowDefinition = Pick<Workflow, 'transitions' | 'required'>;

const types = z
  .array(TicketType)
  .max(7)
  .transform((list) => [...new Set(list)]);

export const fieldFields = {
  label: line({ min: 1, max: 120 }),
  otherLabel: line({ min: 1, max: 120 }).nullable(),
  choices: z
    .array(line({ min: 1, max: 200 }))
    .max(100)
    .transform((list) => [...new Set(list)]),
  types,
};

export const FieldDefinition = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: FieldKind,
    ...fieldFields,
    choices: z.array(z.string()),
    types: z.array(TicketType),
    version: z.int(),
  })
  .meta({ id: 'FieldDefinition' });
export type FieldDefinition = z.infer<typeof FieldDefinition>;

export const checklistFields = {
  name: line({ min: 1, max: 120 }),
  steps: z
    .array(line({ min: 1, max: 500 }))
    .min(1)
    .max(50),
  automatic: z.boolean(),
  types,
  categoryIds: z.array(id()).max(50),
};

export const Checklist = z
  .object({
    id: z.string(),
    ...checklistFields,
    types: z.array(TicketType),
    version: z.int(),
  })
  .meta({ id: 'Checklist' });
export type Checklist = z.infer<typeof Checklist>;

export const Task = z
  .object({
    id: z.string(),
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string(), status: Status }),
    text: z.string(),
    assignee: Ref.nullable(),
    team: Ref.nullable(),
    dueAt: time().nullable(),
    doneAt: time().nullable(),
    doneBy: z.string().nullable(),
    /** The list that it is a step of, as it was called when it was added. */
    checklist: z.object({ id: z.string(), name: z.string() }).nullable(),
    position: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

/** Where the ticket can go from here, and what is still missing for that. */
export const Step = z
  .object({
    status: Status,
    ownStatusId: z.string().nullable(),
    /** The stable code of the refusal; null: it can be taken now. */
    code: z.string().nullable(),
    missing: z.array(
      z.object({ field: z.string(), code: z.string(), about: z.string().optional() }),
    ),
  })
  .meta({ id: 'WorkflowStep' });
export type Step = z.infer<typeof Step>;
