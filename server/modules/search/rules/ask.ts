import { fileMark, fromMark, phoneMark, placeMark, tagMark, toMark } from './document.ts';
import type { Filter, Question } from './question.ts';
import { isInDictionary, phoneDigits, wordsOf } from '../../../kernel/words/tokens.ts';
import { allOf, anyOf, not, quoted, sequence, type Weights } from './tsquery.ts';
import type { Sequence, Wanted } from './wanted.ts';

/** A question to the index, as texts of `tsquery`. */
export type Asked = {
  readonly all: string;
  /** Every word in the subject; one of them in the subject; one of them in a customer's name or address. */
  readonly best: string;
  readonly good: string;
  readonly fair: string;
};

type Access = { readonly readsNotes: boolean };

/** Null when nothing is asked of words and marks, only of the tickets' rows. */
export function askOf(
  { filters, place }: Question,
  wanted: readonly Wanted[],
  access: Access,
): Asked | null {
  const zones = zonesOf(place, access);
  const positive = wanted.filter(({ clause }) => !clause.negative);
  const negative = wanted.filter(({ clause }) => clause.negative);
  const inZones = (list: readonly Wanted[], where: Weights) =>
    list.map((each) => clauseIn(each, where)).filter(isAsked);
  const marks = (isNegative: boolean) =>
    filters
      .filter((filter) => filter.negative === isNegative)
      .map(markOf)
      .filter(isAsked);
  const must = [...inZones(positive, zones), ...marks(false)];
  const mustNot = [...inZones(negative, zones), ...marks(true)];
  if (must.length + mustNot.length === 0) {
    return null;
  }
  const inSubject = inZones(positive, 'A');
  return {
    all: allOf([...must, ...mustNot.map(not)]),
    best: orNothing(inSubject, allOf),
    good: orNothing(inSubject, anyOf),
    fair: orNothing(inZones(positive, 'B'), anyOf),
  };
}

function zonesOf(place: Question['place'], { readsNotes }: Access): Weights {
  if (place !== null) {
    return place === 'notes' ? 'C' : 'A';
  }
  return readsNotes ? '' : 'ABD';
}

const isAsked = (part: string | null): part is string => part !== null && part !== '';

const orNothing = (parts: readonly string[], together: (parts: readonly string[]) => string) =>
  parts.length > 0 ? together(parts) : nothing;

const nothing = quoted('n~');

function clauseIn({ clause, sequences }: Wanted, weights: Weights): string {
  const parts = sequences
    .filter((words) => words.length > 0)
    .map((words) => wordsIn(words, weights));
  const digits = clause.kind === 'phone' ? phoneDigits(clause.text) : null;
  if (digits !== null) {
    // A mark has no place, so it cannot be asked for in one.
    parts.push(quoted(phoneMark(digits)));
  }
  return parts.length === 0 ? '' : anyOf(parts);
}

function wordsIn(words: Sequence, weights: Weights): string {
  const inOrder = sequence(words, weights);
  if (weights === 'A' || weights === 'C') {
    return `(${allOf([inOrder, ...words.map(({ stem }) => quoted(placeMark(weights, stem)))])})`;
  }
  return words.length > 1 ? `(${inOrder})` : inOrder;
}

/** What a filter asks of the index; null for those that only the ticket's row can answer. */
function markOf(filter: Filter): string | null {
  switch (filter.name) {
    case 'from': {
      return everyWord(filter.value, (stem) => [`${quoted(stem)}:B`, quoted(fromMark(stem))]);
    }
    case 'to': {
      return everyWord(filter.value, (stem) => [quoted(toMark(stem))]);
    }
    case 'tag': {
      return quoted(tagMark(filter.value));
    }
    case 'attachment': {
      return quoted(fileMark);
    }
    default: {
      return null;
    }
  }
}

function everyWord(value: string, parts: (stem: string) => string[]): string | null {
  const digits = /\p{L}/u.test(value) ? null : phoneDigits(value);
  if (digits !== null) {
    return anyOf([quoted(phoneMark(digits)), ...parts(digits)]);
  }
  const words = wordsOf(value);
  return words.length === 0 ? nothing : allOf(words.map(({ stem }) => anyOf(parts(stem))));
}

/** In about how many tickets all of it stands, at most. */
export function expectedHits(
  wanted: readonly Wanted[],
  counts: ReadonlyMap<string, number>,
): number {
  const clauses = wanted.filter(({ clause }) => !clause.negative);
  if (clauses.length === 0) {
    return Infinity;
  }
  return Math.min(
    ...clauses.map(({ sequences }) =>
      sequences.reduce(
        (sum, words) => sum + Math.min(...words.map(({ stem }) => countOf(stem, counts))),
        0,
      ),
    ),
  );
}

/** What is not counted may be anything: a rare number, a code that stands in every letter. */
const countOf = (stem: string, counts: ReadonlyMap<string, number>): number =>
  isInDictionary(stem) ? (counts.get(stem) ?? 0) : Infinity;
