import { zoneAbbreviations, zonePlaces } from './zone-words.data.ts';
import type { Token } from './sentences.ts';

/** A zone of the IANA database, or minutes east of Greenwich; null: somebody's whose clock we do not know. */
export type Zone = string | number | null;

type Read = { value: Zone; words: number } | null;

/** «по Екатеринбургу», "EST", "UTC+5", "London time", from `at` on. */
export function readZone(tokens: readonly Token[], at: number): Read {
  const [first = '', second = '', third = ''] = [0, 1, 2].map((n) => tokens[at + n]?.word);
  return (
    readOffset(first) ??
    readAbbreviation(first, second) ??
    (first === 'по' ? russianPlace(second, third) : englishPlace(first, second, third))
  );
}

function readOffset(word: string): Read {
  const found = /^(utc|gmt|мск|msk)\s?([+−-])\s?(\d{1,2})(?::(\d\d))?$/.exec(word);
  if (!found) {
    return null;
  }
  const [, name = '', sign, hours, minutes = 0] = found;
  const east = (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1);
  return { value: east + (/мск|msk/.test(name) ? moscow : 0), words: 1 };
}

function readAbbreviation(first: string, second: string): Read {
  const value = Object.hasOwn(zoneAbbreviations, first) ? zoneAbbreviations[first] : undefined;
  const words = second === 'time' || second === 'времени' ? 2 : 1;
  return value === undefined ? null : { value, words };
}

const moscow = 180;

/** «по московскому времени», «по Москве»; «по времени» of the house is the house's own. */
function russianPlace(second: string, third: string): Read {
  const words = third === 'времени' ? 3 : 2;
  const place = placeOf(second);
  if (place !== undefined) {
    return { value: place, words };
  }
  const isOurs = /^(местному|вашему|нашему|московскому)$/.test(second);
  return words === 3 && !isOurs ? { value: null, words } : null;
}

function englishPlace(first: string, second: string, third: string): Read {
  const two = placeOf(`${first} ${second}`);
  const one = placeOf(first);
  if (two !== undefined && third === 'time') {
    return { value: two, words: 3 };
  }
  if (one !== undefined && second === 'time') {
    return { value: one, words: 2 };
  }
  const isOurs = /^(your|our|my|local|the|this|that|same|any|on|of)$/.test(first);
  return second === 'time' && !isOurs ? { value: null, words: 2 } : null;
}

const placeOf = (word: string): string | undefined =>
  word.length < 2 ? undefined : zonePlaces.find(([form]) => form.test(word))?.[1];
