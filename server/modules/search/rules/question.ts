import { dayMeant } from './dates.ts';
import { otherLayout } from './layout.ts';
import {
  attachmentNames,
  meNames,
  noneNames,
  operatorNames,
  placeNames,
  statusNames,
  type OperatorName,
} from './operators.data.ts';
import { normalWord, phoneDigits } from '../../../kernel/words/tokens.ts';
import { splitQuestion, type Part } from './split-question.ts';

/** What must stand in a ticket, or must not. */
export type Clause = {
  /** `words`: forms, typos and the wrong layout are forgiven. `exact`: as written, in this order. */
  readonly kind: 'words' | 'exact' | 'phone';
  readonly text: string;
  readonly negative: boolean;
};

type Named = { readonly negative: boolean };
export type Filter = Named &
  (
    | { readonly name: 'from' | 'to' | 'tag' | 'team' | 'assignee'; readonly value: string }
    | { readonly name: 'status'; readonly values: readonly string[] }
    | { readonly name: 'before' | 'after'; readonly at: Date }
    | { readonly name: 'attachment' }
  );

export type Question = {
  readonly clauses: readonly Clause[];
  readonly filters: readonly Filter[];
  /** Where the words are looked for; null: everywhere. */
  readonly place: 'notes' | 'subject' | null;
  readonly spam: boolean;
  /** The whole question is a number, as of a ticket. */
  readonly number: number | null;
  /** More was asked than is looked at. */
  readonly cut: boolean;
};

/** More than anybody types; a pasted page is looked for by its beginning. */
const mostParts = 24;

/** Reads what somebody typed into the box. Nothing is an error: what is no operator is a word. */
export function readQuestion(typed: string, context: { now: Date; timeZone: string }): Question {
  const parts = splitQuestion(typed);
  const clauses: Clause[] = [];
  const filters: Filter[] = [];
  let place: Question['place'] = null;
  let spam = false;
  for (const part of parts.slice(0, mostParts)) {
    const meant = meaning(part, context);
    if (meant === null) {
      clauses.push(...clausesOf(part));
    } else if ('place' in meant) {
      place = meant.place === 'spam' ? place : meant.place;
      spam ||= meant.place === 'spam';
    } else {
      spam ||= meant.name === 'status' && meant.values.includes('spam');
      filters.push(meant);
    }
  }
  const digits = /^\s*[#№]?\s*(\d{1,15})\s*$/.exec(typed)?.[1];
  return {
    clauses: clauses.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
    filters,
    place,
    spam,
    number: digits === undefined ? null : Number(digits),
    cut: parts.length > mostParts,
  };
}

/** What stands before a colon and is no operator is a word of its own. */
function clausesOf({ text, quoted, negative, operator }: Part): Clause[] {
  const own: Clause = { kind: kindOf(text, quoted), text, negative };
  return operator === null ? [own] : [{ kind: 'words', text: operator, negative }, own];
}

/** Only a bare number may be somebody's phone. */
function kindOf(text: string, quoted: boolean): Clause['kind'] {
  if (quoted) {
    return 'exact';
  }
  return phoneDigits(text) !== null && !/\p{L}/u.test(text) ? 'phone' : 'words';
}

type Meaning = Filter | { readonly place: keyof typeof placeNames };

/** Null when it is no operator, or one with a value that it does not have: then these are words. */
function meaning(part: Part, context: { now: Date; timeZone: string }): Meaning | null {
  const name = part.operator === null ? null : operatorCalled(part.operator);
  const value = part.text.trim();
  if (name === null || value === '') {
    return null;
  }
  return valueMeant(name, value, { ...context, negative: part.negative });
}

function valueMeant(
  name: OperatorName,
  value: string,
  { negative, ...context }: { negative: boolean; now: Date; timeZone: string },
): Meaning | null {
  switch (name) {
    case 'status': {
      return statusFilter(value, negative);
    }
    case 'before':
    case 'after': {
      const at = dayMeant(value, context);
      return at && { name, at, negative };
    }
    case 'in': {
      const place = called(placeNames, normalWord(value));
      return place && { place };
    }
    case 'has': {
      return attachmentNames.has(normalWord(value)) ? { name: 'attachment', negative } : null;
    }
    default: {
      return { name, value, negative };
    }
  }
}

function statusFilter(value: string, negative: boolean): Filter | null {
  const values = value
    .split(',')
    .map((each) => called(statusNames, normalWord(each.replaceAll(/[\s-]/g, ''))))
    .filter((each) => each !== null);
  return values.length > 0 ? { name: 'status', values, negative } : null;
}

function called<T extends string>(
  names: Readonly<Record<T, readonly string[]>>,
  word: string,
): T | null {
  return (Object.keys(names) as T[]).find((key) => names[key].includes(word)) ?? null;
}

/** "акщь:" is "from:" in the wrong layout. */
function operatorCalled(word: string): OperatorName | null {
  const lower = word.toLowerCase();
  const other = otherLayout(lower);
  return called(operatorNames, lower) ?? (other === null ? null : called(operatorNames, other));
}

export const meansMe = (value: string): boolean => meNames.has(value.toLowerCase());
export const meansNobody = (value: string): boolean => noneNames.has(value.toLowerCase());
