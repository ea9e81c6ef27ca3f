import type { Test } from './asking.ts';
import type { FieldCondition } from './condition-tree.ts';
import { readingsOf, type ConditionSubject, type Texts } from './subject.ts';
import { folded, hasPhrase, phraseOf, type Phrase, type ReadText } from './words.ts';

const wantedText = (value: string) => folded(value.trim());

type Places = (subject: ConditionSubject) => Texts;

const places: Record<string, Places> = {
  subject: (subject) => readingsOf(subject).subject,
  message: (subject) => readingsOf(subject).message,
  text: (subject) => readingsOf(subject).text,
};

/** A text that holds no word at all ("!!!") is looked for as it is. */
type Wanted = { readonly phrase: Phrase; readonly plain: string };
const isIn = ({ phrase, plain }: Wanted, text: ReadText): boolean =>
  phrase.length > 0 ? hasPhrase(text, phrase) : text.plain.includes(plain);

/** Loops, since this is asked of every ticket by every rule and a closure for each word costs more than the look. */
function isAnyIn(wanted: readonly Wanted[], texts: Texts): boolean {
  for (const each of wanted) {
    for (const text of texts) {
      if (isIn(each, text)) {
        return true;
      }
    }
  }
  return false;
}

export function wordsTest({ field, operator, values = [] }: FieldCondition): Test {
  const read = places[field] as Places;
  const wanted = values.map((value) => ({ phrase: phraseOf(value), plain: wantedText(value) }));
  const found = (subject: ConditionSubject, each: Wanted) =>
    read(subject).some((text) => isIn(each, text));
  switch (operator) {
    case 'every':
      return (subject) => wanted.every((each) => found(subject, each));
    case 'none':
      return (subject) => !wanted.some((each) => found(subject, each));
    case 'contains':
      return (subject) =>
        read(subject).some((text) => wanted.some(({ plain }) => text.plain.includes(plain)));
    case 'in':
      return (subject) =>
        read(subject).some((text) => wanted.some(({ plain }) => text.plain.trim() === plain));
    default:
      return remembering(read, (texts) => isAnyIn(wanted, texts));
  }
}

/** One letter is asked for again in every round of decisions; its answer stays while the texts are the same. */
function remembering(read: Places, test: (texts: Texts) => boolean): Test {
  let last: Texts | null = null;
  let holds = false;
  return (subject) => {
    const texts = read(subject);
    if (texts !== last) {
      holds = test(texts);
      last = texts;
    }
    return holds;
  };
}
