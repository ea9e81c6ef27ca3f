import { z } from 'zod';
import { id, line, text, time, oneOfFields } from '../../kernel/text.ts';
import { Ref } from '../customers/public.ts';
import { FileCard, TicketType } from '../tickets/public.ts';

const Words = z.object({ body: z.string(), html: z.string().nullable() });
export type Words = z.infer<typeof Words>;

export const Template = z
  .object({
    id: z.string(),
    name: z.string(),
    text: z.object({ ru: Words.nullable(), en: Words.nullable() }),
    /** Null: for everybody. */
    team: Ref.nullable(),
    tags: z.array(z.string()),
    /** Types of tickets that it is offered for; empty: all. */
    types: z.array(TicketType),
    /** Sent along with the answer. */
    files: z.array(FileCard),
    uses: z.int(),
    createdAt: time(),
    lastUsedAt: time().nullable(),
    /** When its words were last looked over. */
    changedAt: time(),
    version: z.int(),
  })
  .meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;

export const Locale = z.enum(['ru', 'en']);
export type Locale = z.infer<typeof Locale>;

/** A place in a text that cannot be understood. Lines and columns count from 1. */
export const TextProblem = z
  .object({ code: z.string(), line: z.int(), column: z.int(), about: z.string() })
  .meta({ id: 'TextProblem' });

const words = z
  .strictObject({
    body: text({ min: 1, max: 50_000 }).optional(),
    html: text({ min: 1, max: 200_000 }).optional(),
  })
  .refine(({ body, html }) => body !== undefined || html !== undefined, {
    message: 'required',
    path: ['body'],
  })
  .meta(oneOfFields('body', 'html'));

export const templateFields = {
  name: line({ min: 1, max: 120 }),
  text: z.strictObject({ ru: words.nullable().optional(), en: words.nullable().optional() }),
  teamId: id().nullable(),
  tags: z
    .array(line({ min: 1, max: 60 }).transform((tag) => tag.toLowerCase()))
    .max(50)
    .transform((tags) => [...new Set(tags)]),
  types: z
    .array(TicketType)
    .max(7)
    .transform((types) => [...new Set(types)]),
  files: z.array(id()).max(20),
};

export type TemplateTables = {
  template: {
    workspace_id: string;
    id: string;
    name: string;
    body_ru: string | null;
    html_ru: string | null;
    body_en: string | null;
    html_en: string | null;
    team_id: string | null;
    tags: string[];
    types: TicketType[];
    uses: number;
    last_used_at: Date | null;
    version: number;
    created_at: Date;
    changed_at: Date;
  };
  template_file: {
    workspace_id: string;
    template_id: string;
    position: number;
    file_id: string;
  };
  template_past: {
    workspace_id: string;
    kind: 'stem' | 'category';
    key: string;
    template_id: string;
    uses: number;
  };
};
