import type { JSONColumnType } from 'kysely';
import { z } from 'zod';
import { id, line, text } from '../../../kernel/text.ts';
import { fieldName, TicketType, type OwnField } from '../../tickets/public.ts';

export type Locale = 'ru' | 'en';

const asked = z.enum(['off', 'optional', 'required']);

export const FormTexts = z.strictObject({
  title: line({ max: 200 }),
  intro: text({ max: 2000 }),
  /** `{number}` is replaced by the number of the ticket. */
  success: text({ max: 1000 }),
});
export type FormTexts = z.infer<typeof FormTexts>;

export const FormFields = z.strictObject({
  subject: asked,
  name: asked,
  /** How the visitor can be answered; `either`: at least one of the two. */
  contact: z.enum(['email', 'phone', 'either']),
});
export type FormFields = z.infer<typeof FormFields>;

/** An own field that the form asks, by its name, in the order in which they are asked. */
const FormOwnField = z.strictObject({ name: fieldName, required: z.boolean() });
export type FormOwnField = z.infer<typeof FormOwnField>;
const ownFields = z.array(FormOwnField).max(30);

/** The most that is taken in within 15 minutes: from one address of the network, and in all. */
export const FormLimits = z.strictObject({
  perAddress: z.int().min(1).max(1_000),
  inAll: z.int().min(1).max(100_000),
});
export type FormLimits = z.infer<typeof FormLimits>;

const texts = z.object({ ru: FormTexts, en: FormTexts });

export const Form = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    /** How embed code and public endpoints name it. */
    ref: z.string(),
    /** Its own page, below the address of this Otklik. */
    path: z.string(),
    active: z.boolean(),
    team: z.object({ id: z.string(), name: z.string() }).nullable(),
    category: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** Empty: the words in `defaultTexts`. */
    texts,
    defaultTexts: texts,
    fields: FormFields,
    /** What its tickets are. */
    type: TicketType,
    /** Those that are removed since, or are of another type, are asked no longer. */
    ownFields,
    attachments: z.boolean(),
    limits: FormLimits,
    version: z.int(),
  })
  .meta({ id: 'Form' });
export type Form = z.infer<typeof Form>;

export const slug = () =>
  z
    .string()
    .max(63)
    .transform((value) => value.trim().toLowerCase())
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, { message: 'not_slug' }));

export const formFields = {
  name: line({ min: 1, max: 120 }),
  slug: slug(),
  active: z.boolean(),
  teamId: id().nullable(),
  categoryId: id().nullable(),
  texts: z.strictObject({ ru: FormTexts, en: FormTexts }),
  fields: FormFields,
  type: TicketType,
  ownFields: ownFields.refine(
    (list) => new Set(list.map(({ name }) => name)).size === list.length,
    { message: 'twice' },
  ),
  attachments: z.boolean(),
  limits: FormLimits,
};

/** Half of it may be missing: what was not set is as in `defaultSettings`. */
export type StoredForm = {
  readonly texts?: Readonly<Record<Locale, FormTexts>>;
  readonly fields?: FormFields;
  readonly type?: TicketType;
  readonly ownFields?: FormOwnField[];
  readonly attachments?: boolean;
  readonly limits?: FormLimits;
};

const noTexts: FormTexts = { title: '', intro: '', success: '' };
export const defaultSettings: Required<StoredForm> = {
  texts: { ru: noTexts, en: noTexts },
  fields: { subject: 'required', name: 'optional', contact: 'email' },
  type: 'question',
  ownFields: [],
  attachments: true,
  // An office behind one address sends a few at once; a form on a busy site many.
  limits: { perAddress: 20, inAll: 600 },
};

/** A form as a visitor meets it. */
export type PublicForm = {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly ref: string;
  readonly company: string;
  readonly active: boolean;
  readonly teamId: string | null;
  readonly categoryId: string | null;
  /** Own fields that it asks, as they are now. */
  readonly own: readonly AskedOwnField[];
  /** The language of the company, in which `label` of an own field is. */
  readonly home: Locale;
} & Omit<Required<StoredForm>, 'ownFields'>;

export type AskedOwnField = { readonly field: OwnField; readonly required: boolean };

/** What was sent, as it is kept raw: texts as typed, files by their hash, their bytes safe on disk. */
export const Submission = z.object({
  kind: z.literal('otklik.form/1'),
  form: z.string(),
  locale: z.enum(['ru', 'en']),
  subject: z.string(),
  text: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  /** Own fields by their names, as they are kept. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** The page of another site that the form stood on. */
  page: z.string(),
  trapped: z.boolean(),
  files: z.array(
    z.object({ name: z.string(), contentType: z.string(), hash: z.string(), size: z.int() }),
  ),
});
export type Submission = z.infer<typeof Submission>;

type Json<T> = JSONColumnType<T & object, string, string>;

export type FormTables = {
  form: {
    workspace_id: string;
    channel_id: string;
    slug: string;
    category_id: string | null;
    settings: Json<StoredForm>;
  };
  form_rate: { workspace_id: string; source: string; window_at: Date; n: number };
};
