import type { RequestForm } from '../../../lib/settings-types.ts';

export type Texts = RequestForm['texts'];
export type Values = {
  name: string;
  slug: string;
  active: boolean;
  teamId: string | null;
  categoryId: string | null;
  attachments: boolean;
  fields: RequestForm['fields'];
  type: RequestForm['type'];
  ownFields: RequestForm['ownFields'];
  limits: RequestForm['limits'];
  texts: Texts;
};
export const howAsked = ['off', 'optional', 'required'] as const;

const noTexts = { title: '', intro: '', success: '' };
export const fresh: Values = {
  name: '',
  slug: '',
  active: true,
  teamId: null,
  categoryId: null,
  attachments: true,
  fields: { subject: 'required', name: 'optional', contact: 'email' },
  type: 'question',
  ownFields: [],
  limits: { perAddress: 20, inAll: 600 },
  texts: { ru: noTexts, en: noTexts },
};

export const valuesOf = ({ team, category, ...form }: RequestForm): Values => ({
  name: form.name,
  slug: form.slug,
  active: form.active,
  teamId: team?.id ?? null,
  categoryId: category?.id ?? null,
  attachments: form.attachments,
  fields: form.fields,
  type: form.type,
  ownFields: form.ownFields,
  limits: form.limits,
  texts: form.texts,
});
