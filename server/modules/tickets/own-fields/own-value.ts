import type { FieldKind, OwnField } from './own-field.ts';

/** Longer than a line that somebody reads on a ticket. */
export const mostOwnText = 1000;

export type OwnValueProblem =
  | 'not_text'
  | 'too_long'
  | 'not_a_number'
  | 'not_a_date'
  | 'not_offered'
  | 'not_yes_no';

type Field = Pick<OwnField, 'kind' | 'choices'>;
type Kinds<T> = Readonly<Record<FieldKind, T>>;

const said: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  да: true,
  false: false,
  no: false,
  нет: false,
};

const lower = (text: string): string => text.trim().toLocaleLowerCase();

/** 1250.5, also as people write it: `1 250,5`. */
function numberOf(text: string): number | null {
  const bare = text.replace(/[\s\u00A0\u202F]/gu, '').replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(bare) && Number.isFinite(Number(bare)) ? Number(bare) : null;
}

const tidied: Kinds<(value: string | number | boolean, field: Field) => unknown> = {
  text: (value) => (typeof value === 'number' ? String(value) : value),
  number: (value) => (typeof value === 'string' ? (numberOf(value) ?? value) : value),
  date: (value) => (typeof value === 'string' ? value.trim() : value),
  choice: (value, { choices }) =>
    choices.find((each) => lower(each) === lower(String(value))) ?? value,
  yes_no: (value) => (typeof value === 'string' ? (said[lower(value)] ?? value) : value),
};

/**
 * A value as its field keeps it: what says the same in other words (`"12,5"` for a number, `"yes"` for yes or no, a choice in
 * other letters) is taken. Null: nothing. What cannot be understood stays, so that it can be shown to whoever wrote it.
 */
export function tidyOwnValue(field: Field, value: unknown): unknown {
  const isEmpty = typeof value === 'string' && value.trim() === '';
  if (value === null || value === undefined || isEmpty) {
    return null;
  }
  return typeof value === 'object' ? value : tidied[field.kind](value as string, field);
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) {
    return false;
  }
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

const wrong: Kinds<(value: unknown, field: Field) => OwnValueProblem | null> = {
  text: (value) =>
    typeof value !== 'string' ? 'not_text' : [...value].length > mostOwnText ? 'too_long' : null,
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? null : 'not_a_number'),
  date: (value) => (isDate(value) ? null : 'not_a_date'),
  choice: (value, { choices }) =>
    typeof value === 'string' && choices.includes(value) ? null : 'not_offered',
  yes_no: (value) => (typeof value === 'boolean' ? null : 'not_yes_no'),
};

/** What is wrong with a tidied value; null: nothing. */
export const problemOfOwnValue = (field: Field, value: unknown): OwnValueProblem | null =>
  value === null || value === undefined ? null : wrong[field.kind](value, field);
