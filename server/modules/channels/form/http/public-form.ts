import { z } from 'zod';
import { labelIn, type OwnField } from '../../../tickets/public.ts';
import type { AttachmentPolicy } from '../../screening/schema.ts';
import type { FormTexts, Locale, PublicForm } from '../schema.ts';
import { fill, formWords, type FormWords } from '../words.data.ts';
import { askedFields, type AskedField } from './check-filled.ts';

const megabyte = 1024 * 1024;

/** A form with everything that somebody needs to show it, in one language. */
export const ShownForm = z
  .object({
    ref: z.string(),
    company: z.string(),
    locale: z.enum(['ru', 'en']),
    title: z.string(),
    intro: z.string(),
    fields: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['line', 'text', 'email', 'phone', 'number', 'date', 'choice', 'yes_no']),
        label: z.string(),
        required: z.boolean(),
        maxLength: z.int(),
        autocomplete: z.string(),
        /** What can be chosen, of a choice or of yes and no; else nothing. */
        choices: z.array(z.object({ value: z.string(), label: z.string() })),
      }),
    ),
    /** Null: the form takes none. */
    files: z
      .object({
        label: z.string(),
        hint: z.string(),
        accept: z.string(),
        maxFiles: z.int().nullable(),
        maxFileBytes: z.int().nullable(),
      })
      .nullable(),
    /** At least one of e-mail and phone has to be given. */
    either: z.boolean(),
    /** Handed back with what was filled in; good for a day and for one ticket. */
    token: z.string(),
    words: z.record(z.string(), z.string()),
    problems: z.record(z.string(), z.string()),
  })
  .meta({ id: 'ShownForm' });
export type ShownForm = z.infer<typeof ShownForm>;

export function showForm(
  form: PublicForm,
  policy: AttachmentPolicy,
  { locale, token }: { locale: Locale; token: string },
): ShownForm {
  const words = formWords[locale];
  const texts = textsOf(form, locale);
  return {
    ref: form.ref,
    company: form.company,
    locale,
    title: texts.title,
    intro: texts.intro,
    fields: askedFields(form).map((field) => shownField(field, form, locale)),
    files: form.attachments && policy.forms.maxFiles !== 0 ? filesOf(policy, words) : null,
    either: form.fields.contact === 'either',
    token,
    words: shownWords(words),
    problems: words.problem,
  };
}

function shownField({ own, ...field }: AskedField, { home }: PublicForm, locale: Locale) {
  const words = formWords[locale];
  const label = own ? labelIn(own, locale, home) : words[field.name as 'subject'];
  return { ...field, label, choices: choicesOf(own, words) };
}

function choicesOf(own: OwnField | null, words: FormWords) {
  if (own?.kind === 'yes_no') {
    return [
      { value: 'yes', label: words.yes },
      { value: 'no', label: words.no },
    ];
  }
  return own?.kind === 'choice' ? own.choices.map((value) => ({ value, label: value })) : [];
}

function filesOf({ forms }: AttachmentPolicy, words: FormWords) {
  const { maxFiles, maxFileBytes, allowed } = forms;
  const values = {
    count: maxFiles ?? '∞',
    size: maxFileBytes === null ? '100' : Math.max(1, Math.floor(maxFileBytes / megabyte)),
  };
  return {
    label: words.files,
    hint: fill(words.filesHint, values),
    accept: allowed.join(','),
    maxFiles,
    maxFileBytes,
  };
}

const shownNames = [
  'optional',
  'either',
  'trap',
  'send',
  'sending',
  'another',
  'close',
  'open',
  'retry',
  'choose',
] as const;

const shownWords = (words: FormWords) =>
  Object.fromEntries(shownNames.map((name) => [name, words[name]]));

/** What the company has written, else our own words. */
export function textsOf({ texts }: Pick<PublicForm, 'texts'>, locale: Locale): FormTexts {
  const { defaults } = formWords[locale];
  const own = texts[locale];
  return {
    title: own.title || defaults.title,
    intro: own.intro || defaults.intro,
    success: own.success || defaults.success,
  };
}

/** With the number where the company wants it, below when it has said nothing of it. */
export function successText(form: PublicForm, locale: Locale, number: number | null): string {
  const words = formWords[locale];
  const { success } = textsOf(form, locale);
  if (number === null) {
    return success.includes('{number}') ? words.noNumber : success;
  }
  return success.includes('{number}')
    ? fill(success, { number })
    : `${success}\n${fill(words.number, { number })}`;
}
