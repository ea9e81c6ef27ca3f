import { normalizeContact } from '../../../customers/public.ts';
import {
  mostOwnText,
  problemOfOwnValue,
  tidyOwnValue,
  type OwnField,
} from '../../../tickets/public.ts';
import type { PublicForm, Submission } from '../schema.ts';
import type { FieldProblem } from '../words.data.ts';

type PlainName = 'subject' | 'text' | 'name' | 'email' | 'phone';
/** `fields.serial` is the own field of that name. */
export type FieldName = PlainName | `fields.${string}`;

export type AskedField = {
  readonly name: FieldName;
  readonly kind: 'line' | 'text' | 'email' | 'phone' | 'number' | 'date' | 'choice' | 'yes_no';
  readonly required: boolean;
  readonly maxLength: number;
  /** What the browser may fill in by itself. */
  readonly autocomplete: string;
  /** What the company writes down about its tickets. */
  readonly own: OwnField | null;
};

const shapes: Readonly<Record<PlainName, Omit<AskedField, 'name' | 'required' | 'own'>>> = {
  name: { kind: 'line', maxLength: 200, autocomplete: 'name' },
  email: { kind: 'email', maxLength: 254, autocomplete: 'email' },
  phone: { kind: 'phone', maxLength: 40, autocomplete: 'tel' },
  subject: { kind: 'line', maxLength: 300, autocomplete: 'off' },
  text: { kind: 'text', maxLength: 20_000, autocomplete: 'off' },
};

/** The fields of a form in the order in which they are asked. */
export function askedFields({ fields, own }: Pick<PublicForm, 'fields' | 'own'>): AskedField[] {
  const { subject, contact } = fields;
  const asked = (name: PlainName, how: 'off' | 'optional' | 'required'): AskedField[] =>
    how === 'off' ? [] : [{ name, ...shapes[name], required: how === 'required', own: null }];
  const either = contact === 'either' ? 'optional' : 'required';
  return [
    ...asked('name', fields.name),
    ...asked('email', contact === 'phone' ? 'off' : either),
    ...asked('phone', contact === 'email' ? 'off' : either),
    ...asked('subject', subject),
    ...own.map(askedOwn),
    ...asked('text', 'required'),
  ];
}

const askedOwn = ({ field, required }: PublicForm['own'][number]): AskedField => ({
  name: `fields.${field.name}`,
  kind: field.kind === 'text' ? 'line' : field.kind,
  required,
  maxLength: field.kind === 'number' || field.kind === 'date' ? 40 : mostOwnText,
  autocomplete: 'off',
  own: field,
});

export type Checked = {
  /** As typed, to be shown again. */
  readonly values: Readonly<Record<PlainName, string>> & Readonly<Record<string, string>>;
  /** Own fields, as they are kept. */
  readonly own: Submission['fields'];
  readonly problems: Readonly<Partial<Record<FieldName, FieldProblem>>>;
};

/** Values of the asked fields, tidied, and what is wrong with each. Fields that are not asked are empty. */
export function checkFilled(
  form: Pick<PublicForm, 'fields' | 'own'>,
  given: Readonly<Record<string, string>>,
): Checked {
  const values: Record<PlainName, string> & Record<string, string> = {
    subject: '',
    text: '',
    name: '',
    email: '',
    phone: '',
  };
  const own: Record<string, string | number | boolean> = {};
  const problems: Partial<Record<FieldName, FieldProblem>> = {};
  const fields = askedFields(form);
  for (const field of fields) {
    const raw = given[field.name] ?? '';
    const value = field.kind === 'text' ? raw.trim() : raw.replace(/[\n\t]+/g, ' ').trim();
    values[field.name] = value;
    const problem = problemOf(field, value);
    if (problem) {
      problems[field.name] = problem;
    } else if (field.own && value !== '') {
      own[field.own.name] = tidyOwnValue(field.own, value) as string;
    }
  }
  if (form.fields.contact === 'either' && !values.email && !values.phone) {
    problems.email = 'required';
  }
  return { values, own, problems };
}

function problemOf(
  { kind, required, maxLength, own }: AskedField,
  value: string,
): FieldProblem | null {
  if (value === '') {
    return required ? 'required' : null;
  }
  if ([...value].length > maxLength) {
    return 'too_long';
  }
  if (own) {
    return problemOfOwnValue(own, tidyOwnValue(own, value)) as FieldProblem | null;
  }
  if (kind === 'email') {
    const isAddress = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\]+$/u;
    return isAddress.test(value) ? null : 'not_email';
  }
  return kind === 'phone' && normalizeContact('phone', value) === null ? 'not_phone' : null;
}
