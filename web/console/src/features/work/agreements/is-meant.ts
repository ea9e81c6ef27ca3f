import {
  courtesy,
  habit,
  intent,
  moves,
  openingHours,
  past,
  wishing,
} from './agreement-words.data.ts';
import type { Day } from './days.ts';
import {
  absence,
  broken,
  pledge,
  promise,
  returning,
  settled,
  timetable,
} from './future-words.data.ts';
import type { Hour } from './read-hour.ts';
import type { Sentence, Token } from './sentences.ts';

const mostWordsBeside = 6;

/** Words of a sentence that say something, from one up to another. */
export type Place<T> = { readonly value: T; readonly from: number; readonly to: number };

type Found = { readonly day: Place<Day> | null; readonly hour: Place<Hour> | null };

export function isMeant(sentence: Sentence, found: Found): boolean {
  const { tokens } = sentence;
  const { day, hour } = found;
  const others = besides(tokens, [day, hour]);
  const rest = sayOf(others);
  if (isNoPromise(others, tokens, ownOf(others, tokens, found)) || isOver(others, tokens, found)) {
    return false;
  }
  if (asks(rest) || (hour !== null && /\bsee you\b/.test(rest))) {
    return true;
  }
  if (day === null) {
    return false;
  }
  return (
    day.value.isDeadline === true ||
    timetable.test(rest) ||
    isSaidAlone(sentence, others, { day: day.value, isTimed: hour !== null })
  );
}

function isNoPromise(others: readonly Token[], tokens: readonly Token[], own: string): boolean {
  const rest = sayOf(others).replaceAll(returning, ' ');
  const isHere = asks(own) && own.search(absence) < 0;
  return (
    settled.test(rest) ||
    habit.test(isHere ? rest.replaceAll(absence, ' ') : rest) ||
    isOpeningHours(tokens)
  );
}

const asks = (said: string): boolean => intent.test(said) || promise.test(said);

const sayOf = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join(' ');

const besides = (tokens: readonly Token[], places: readonly (Place<unknown> | null)[]): Token[] =>
  tokens.filter((_, at) => !places.some((place) => place && at >= place.from && at < place.to));

/**
 * Told of what has happened: in the part of the sentence that names the day, or in all of it where that part asks for nothing. What is
 * said of tomorrow is never over.
 */
function isOver(others: readonly Token[], tokens: readonly Token[], { day, hour }: Found): boolean {
  const place = day ?? hour;
  if (place === null || day?.value.isAhead || isMovedTo(tokens, day)) {
    return false;
  }
  const own = ownOf(others, tokens, { day, hour });
  const scope = asks(own) ? own : sayOf(others);
  const told = day?.value.isPromise ? scope.replaceAll(pledge, ' ') : scope;
  return broken.test(sayOf(tokens.slice(place.to))) || past.test(told.replaceAll(wishing, ' '));
}

/** What its part of the sentence says besides the day or hour itself. */
function ownOf(others: readonly Token[], tokens: readonly Token[], { day, hour }: Found): string {
  const clause = tokens[(day ?? hour)?.from ?? 0]?.clause;
  return sayOf(others.filter((token) => token.clause === clause));
}

/** «перенесли на 2 декабря», "was moved to Friday". */
const isMovedTo = (tokens: readonly Token[], day: Place<Day> | null): boolean =>
  day !== null &&
  /^(на|to)$/.test(tokens[day.from - 1]?.word ?? '') &&
  tokens.some(({ word }) => moves.test(word));

const isOpeningHours = (tokens: readonly Token[]): boolean =>
  openingHours.test(sayOf(tokens)) && !tokens.some(({ word }) => moves.test(word));

type Asked = { readonly day: Day; readonly isTimed: boolean };

/** A short answer that is a date and little else; «До завтра!» is a farewell. */
function isSaidAlone(
  { text, called }: Sentence,
  others: readonly Token[],
  { day, isTimed }: Asked,
): boolean {
  if (called && !isTimed && others.some(({ word }) => word === 'до')) {
    return false;
  }
  const telling = others.filter(({ word }) => !courtesy.test(word)).length;
  const isAllThereIs = telling === 0 && others.length <= mostWordsBeside;
  return isAllThereIs || (day.isPromise === true && telling <= 1 && text.length < 60);
}
