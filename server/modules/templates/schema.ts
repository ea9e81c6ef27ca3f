import { z } from 'zod';
import { id, line, text } from '../../kernel/text.ts';
import { Ref } from '../customers/public.ts';

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
    uses: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;

export const Locale = z.enum(['ru', 'en']);
export type Locale = z.infer<typeof Locale>;

const words = z
  .strictObject({
    body: text({ min: 1, max: 50_000 }).optional(),
    html: text({ min: 1, max: 200_000 }).optional(),
  })
  .refine(({ body, html }) => body !== undefined || html !== undefined, {
    message: 'required',
    path: ['body'],
  });

export const templateFields = {
  name: line({ min: 1, max: 120 }),
  text: z.strictObject({ ru: words.nullable().optional(), en: words.nullable().optional() }),
  teamId: id().nullable(),
  tags: z
    .array(line({ min: 1, max: 60 }).transform((tag) => tag.toLowerCase()))
    .max(50)
    .transform((tags) => [...new Set(tags)]),
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
    uses: number;
    version: number;
    created_at: Date;
  };
};
