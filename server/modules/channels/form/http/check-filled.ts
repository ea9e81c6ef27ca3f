import { normalizeContact } from '../../../customers/public.ts';
import type { PublicForm } from '../schema.ts';
import type { FieldProblem } from '../words.data.ts';

export type FieldName = 'subject' | 'text' | 'name' | 'email' | 'phone';

export type AskedField = {
  readonly name: FieldName;
  readonly kind: 'line' | 'text' | 'email' | 'phone';
  readonly required: boolean;
  readonly maxLength: number;
  /** What the browser may fill in by itself. */
  readonly autocomplete: string;
};

const shapes: Readonly<Record<FieldName, Omit<AskedField, 'name' | 'required'>>> = {
  name: { kind: 'line', maxLength: 200, autocomplete: 'name' },
  email: { kind: 'email', maxLength: 254, autocomplete: 'email' },
  phone: { kind: 'phone', maxLength: 40, autocomplete: 'tel' },
  subject: { kind: 'line', maxLength: 300, autocomplete: 'off' },
  text: { kind: 'text', maxLength: 20_000, autocomplete: 'off' },
};

/** The fields of a form in the order in which they are asked. */
export function askedFields({ fields }: Pick<PublicForm, 'fields'>): AskedField[] {
  const { subject, name, contact } = fields;
  const asked = (field: FieldName, how: 'off' | 'optional' | 'required'): AskedField[] =>
    how === 'off' ? [] : [{ name: field, ...shapes[field], required: how === 'required' }];
  const either = contact === 'either' ? 'optional' : 'required';
  return [
    ...asked('name', name),
    ...asked('email', contact === 'phone' ? 'off' : either),
    ...asked('phone', contact === 'email' ? 'off' : either),
    ...asked('subject', subject),
    ...asked('text', 'required'),
  ];
}

export type Checked = {
  readonly values: Readonly<Record<FieldName, string>>;
  readonly problems: Readonly<Partial<Record<FieldName, FieldProblem>>>;
};

/** Values of the asked fields, tidied, and what is wrong with each. Fields that are not asked are empty. */
export function checkFilled(
  form: Pick<PublicForm, 'fields'>,
  given: Readonly<Record<string, string>>,
): Checked {
  const values = { subject: '', text: '', name: '', email: '', phone: '' };
  const problems: Partial<Record<FieldName, FieldProblem>> = {};
  const fields = askedFields(form);
  for (const field of fields) {
    const raw = given[field.name] ?? '';
    const value = field.kind === 'text' ? raw.trim() : raw.replace(/[\n\t]+/g, ' ').trim();
    values[field.name] = value;
    const problem = problemOf(field, value);
    if (problem) {
      problems[field.name] = problem;
    }
  }
  if (form.fields.contact === 'either' && !values.email && !values.phone) {
    problems.email = 'required';
  }
  return { values, problems };
}

function problemOf({ kind, required, maxLength }: AskedField, value: string): FieldProblem | null {
  if (value === '') {
    return required ? 'required' : null;
  }
  if ([...value].length > maxLength) {
    return 'too_long';
  }
  if (kind === 'email') {
    const isAddress = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\]+$/u;
    return isAddress.test(value) ? null : 'not_email';
  }
  return kind === 'phone' && normalizeContact('phone', value) === null ? 'not_phone' : null;
}
