/** Numbers in words: of hours, and of days of a month. Lower case, "е" for "ё". */

export const hourWords: Readonly<Record<string, number>> = {
  ...numbered(
    'час два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать',
  ),
  ...numbered(
    'часу двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати',
  ),
  'двадцать один': 21,
  'двадцати одного': 21,
  'двадцать два': 22,
  'двадцати двух': 22,
  'двадцать три': 23,
  'двадцати трех': 23,
  ...numbered('one two three four five six seven eight nine ten eleven twelve'),
};

function numbered(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, index + 1]));
}

const russian =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'.split(
    ' ',
  );
const english =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const formsOf = (stem: string): string[] =>
  stem === 'трет' ? ['третьего', 'третье', 'третьему'] : [`${stem}ого`, `${stem}ое`, `${stem}ому`];

/** Day of the month by its word: «второго», «двадцать пятое», "twenty sixth". */
export const ordinals: Readonly<Record<string, number>> = Object.fromEntries([
  ...russian.flatMap((stem, index) => formsOf(stem).map((word) => [word, index + 1])),
  ...english.map((word, index) => [word, index + 1]),
  ...formsOf('тридцат').map((word) => [word, 30]),
  ['thirtieth', 30],
  ...russian
    .slice(0, 9)
    .flatMap((stem, index) => formsOf(stem).map((word) => [`двадцать ${word}`, index + 21])),
  ...english.slice(0, 9).map((word, index) => [`twenty ${word}`, index + 21]),
  ...formsOf('перв').map((word) => [`тридцать ${word}`, 31]),
  ['thirty first', 31],
]) as Record<string, number>;

export const ordinalPattern = Object.keys(ordinals)
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace(' ', '[- ]').replaceAll('е', '[её]'))
  .join('|');

/** Beginnings of months, as they are cut short. */
export const monthPattern =
  'янв|февр?|мар|март|апр|мая|июн|июл|авг|сент?|окт|нояб?|дек|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec';
