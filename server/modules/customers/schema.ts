import { z } from 'zod';
import { id, line, text, time, version } from '../../kernel/text.ts';
import { timeZone } from '../identity/public.ts';
import { cleanNumber } from './requisites/requisites.ts';

export const ContactKind = z.enum(['email', 'phone', 'telegram', 'whatsapp', 'vk', 'max', 'viber']);
export type ContactKind = z.infer<typeof ContactKind>;

export const Ref = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Ref' });
export type Ref = z.infer<typeof Ref>;

export const Contact = z
  .object({ id: z.string(), kind: z.string(), value: z.string() })
  .meta({ id: 'Contact' });

export const Person = z
  .object({
    id: z.string(),
    name: z.string(),
    organization: Ref.nullable(),
    contacts: z.array(Contact),
    locale: z.enum(['ru', 'en']).nullable(),
    note: z.string(),
    vip: z.boolean(),
    /** 0: like everybody; 1 to 3: the more, the more important. */
    vipLevel: z.int(),
    branch: Ref.nullable(),
    favouriteChannel: z.string().nullable(),
    /** Null: the company's own. */
    timeZone: z.string().nullable(),
    /** When not to be disturbed, in the person's time; from may be later than to. */
    quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
    /** Who this turned out to be: the card is kept for old links only. */
    mergedInto: Ref.nullable(),
    version: z.int(),
    createdAt: time(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const LegalEntity = z
  .object({
    id: z.string(),
    /** Null: our own. */
    organizationId: z.string().nullable(),
    kind: z.enum(['company', 'entrepreneur']),
    name: z.string(),
    inn: z.string().nullable(),
    kpp: z.string().nullable(),
    ogrn: z.string().nullable(),
    address: z.string(),
    version: z.int(),
  })
  .meta({ id: 'LegalEntity' });
export type LegalEntity = z.infer<typeof LegalEntity>;

export const Branch = z
  .object({
    id: z.string(),
    organizationId: z.string(),
    name: z.string(),
    address: z.string(),
    timeZone: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Branch' });
export type Branch = z.infer<typeof Branch>;

export const Organization = z
  .object({
    id: z.string(),
    name: z.string(),
    domains: z.array(z.string()),
    /** Of the first legal entity. */
    inn: z.string().nullable(),
    legalEntities: z.array(LegalEntity),
    branches: z.array(Branch),
    note: z.string(),
    people: z.int(),
    version: z.int(),
    createdAt: time(),
  })
  .meta({ id: 'Organization' });
export type Organization = z.infer<typeof Organization>;

/** As the description says it: which signs beyond ASCII are letters, the server alone knows. */
const label = String.raw`[^\s\u0000-\u002c\u002e\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]`;
const domain = () =>
  z
    .string()
    .max(253)
    .meta({ pattern: String.raw`^\s*@?${label}+(\.${label}+)+\s*$` })
    .transform((value) => value.trim().toLowerCase().replace(/^@/, ''))
    .pipe(z.string().regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, { message: 'not_domain' }));

const timeOfDay = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'not_time' });

/** A number of a register as people paste it; what is wrong with it is said by `checkRequisites`. */
const registerNumber = (pattern = String.raw`^[\d\s-]*$`) =>
  line({ max: 40 })
    .meta({ pattern })
    .transform((value) => cleanNumber(value) || null)
    .nullable();

export const legalEntityFields = {
  kind: z.enum(['company', 'entrepreneur']),
  name: line({ min: 1, max: 300 }),
  inn: registerNumber(),
  kpp: registerNumber(String.raw`^[\dA-Za-z\s-]*$`).transform(
    (value) => value?.toUpperCase() ?? null,
  ),
  ogrn: registerNumber(),
  address: line({ max: 1000 }),
};

export const branchFields = {
  name: line({ min: 1, max: 300 }),
  address: line({ max: 1000 }),
  timeZone: timeZone().nullable(),
};

export const personFields = {
  name: line({ min: 1, max: 300 }),
  organizationId: id().nullable(),
  locale: z.enum(['ru', 'en']).nullable(),
  note: text({ max: 20_000 }),
  vip: z.boolean(),
  vipLevel: z.int().min(0).max(3),
  branchId: id().nullable(),
  favouriteChannel: ContactKind.nullable(),
  timeZone: timeZone().nullable(),
  quietHours: z.strictObject({ from: timeOfDay(), to: timeOfDay() }).nullable(),
};

export const optionalPersonFields = {
  name: personFields.name.optional(),
  organizationId: personFields.organizationId.optional(),
  branchId: personFields.branchId.optional(),
  locale: personFields.locale.optional(),
  note: personFields.note.optional(),
  vip: personFields.vip.optional(),
  vipLevel: personFields.vipLevel.optional(),
  favouriteChannel: personFields.favouriteChannel.optional(),
  timeZone: personFields.timeZone.optional(),
  quietHours: personFields.quietHours.optional(),
};

export const contactInput = z.strictObject({
  kind: ContactKind,
  value: line({ min: 1, max: 320 }),
});

export const organizationFields = {
  name: line({ min: 1, max: 300 }),
  domains: z.array(domain()).max(100),
  inn: registerNumber(),
  note: text({ max: 20_000 }),
};

export const seenVersion = version();

/**
 * The tables this module owns. Other modules' queries may join them to show names; only this one writes. Of a person, what
 * whoever writes for the first time has: the rest of the card is in card-tables.ts.
 */
export type CustomerTables = {
  person: {
    workspace_id: string;
    id: string;
    name: string;
    organization_id: string | null;
    locale: 'ru' | 'en' | null;
    note: string;
    vip: boolean;
    version: number;
    created_at: Date;
  };
  contact: {
    workspace_id: string;
    id: string;
    person_id: string;
    kind: string;
    value: string;
    normalized: string;
    created_at: Date;
  };
  organization: {
    workspace_id: string;
    id: string;
    name: string;
    inn: string | null;
    note: string;
    version: number;
    created_at: Date;
  };
  organization_domain: { workspace_id: string; domain: string; organization_id: string };
};
