import { z } from 'zod';
import { id, line, text, time, version } from '../../kernel/text.ts';

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
    version: z.int(),
    createdAt: time(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const Organization = z
  .object({
    id: z.string(),
    name: z.string(),
    domains: z.array(z.string()),
    inn: z.string().nullable(),
    note: z.string(),
    people: z.int(),
    version: z.int(),
    createdAt: time(),
  })
  .meta({ id: 'Organization' });
export type Organization = z.infer<typeof Organization>;

const domain = () =>
  z
    .string()
    .max(253)
    .transform((value) => value.trim().toLowerCase().replace(/^@/, ''))
    .pipe(z.string().regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, { message: 'not_domain' }));

export const personFields = {
  name: line({ min: 1, max: 300 }),
  organizationId: id().nullable(),
  locale: z.enum(['ru', 'en']).nullable(),
  note: text({ max: 20_000 }),
  vip: z.boolean(),
};

export const contactInput = z.strictObject({
  kind: ContactKind,
  value: line({ min: 1, max: 320 }),
});

export const organizationFields = {
  name: line({ min: 1, max: 300 }),
  domains: z.array(domain()).max(100),
  inn: z
    .string()
    .regex(/^(\d{10}|\d{12})$/, { message: 'not_inn' })
    .nullable(),
  note: text({ max: 20_000 }),
};

export const seenVersion = version();

/** The tables this module owns. Other modules' queries may join them to show names; only this one writes. */
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
