import { numbers, ordinalHours } from './agreement-words.data.ts';
import { hourWords, monthPattern, ordinalPattern, ordinals } from './ordinal-words.data.ts';

/** Fills what a shorter way of saying it leaves; belongs to the word before it. */
export const filler = '\uE000';

/**
 * Hours and days that are said in words or cut short, in digits: «без четверти пять» is "4:45", "Nov." is "Nov". What is written stays as
 * long as it was, so that places in it are places in the letter.
 */
export function spellOut(text: string): string {
  return rewritings.reduce(
    (before, [form, write]) =>
      before.replaceAll(form, (...found) => {
        const [whole, ...parts] = found as [string, ...string[]];
        const written = write(...parts);
        return written === null || written.length > whole.length
          ? whole
          : written.padEnd(whole.length, filler);
      }),
    text,
  );
}

const tens: Readonly<Record<string, number>> = {
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};
const units = Object.fromEntries(
  [
    'один одна одну два две три четыре пять шесть семь восемь девять',
    'one two three four five six seven eight nine',
  ].flatMap((line) => line.split(' ').map((word) => [word, numbers[word] ?? 0])),
) as Readonly<Record<string, number>>;

type Write = (...parts: string[]) => string | null;

const hours = Object.keys(hourWords)
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll('е', '[её]'))
  .join('|');
const steps: Readonly<Record<string, number>> = {
  четверти: 15,
  пятнадцати: 15,
  десяти: 10,
  пяти: 5,
  двадцати: 20,
  quarter: 15,
  'a quarter': 15,
  ten: 10,
  five: 5,
  twenty: 20,
};
const step = (words: RegExp): string =>
  Object.keys(steps)
    .filter((word) => words.test(word))
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const clock = (hour: number, minute: number): string =>
  `${hour}:${String(minute).padStart(2, '0')}`;
const numberOf = (word = ''): number | undefined =>
  /^\d+$/.test(word) ? Number(word) : hourWords[word.toLowerCase().replaceAll('ё', 'е')];
const hourBefore = (hour: number): number => (hour === 1 ? 12 : hour - 1);
const stepOf = (word = ''): number => steps[word.toLowerCase()] ?? 0;

const before: Write = (minutes, word) => {
  const hour = numberOf(word);
  return hour === undefined ? null : clock(hourBefore(hour), 60 - stepOf(minutes));
};
const after: Write = (minutes, word) => {
  const hour = numberOf(word);
  return hour === undefined ? null : clock(hour, stepOf(minutes));
};

const rewritings: readonly (readonly [RegExp, Write])[] = [
  [/(?<!\p{L})(ул|пр|пер|пл|наб|д|кв|оф|руб|тел|доб|каб)\.(?=\s|\d|$)/giu, (word) => word ?? null],
  [/(?<!\p{L})в районе(?!\p{L})/giu, () => 'около'],
  [/(?<=\d)-?ish(?!\p{L})/giu, () => ''],
  [
    /(?<!\p{L})(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)-?ish(?!\p{L})/giu,
    (word) => word ?? null,
  ],
  [/(?<!\p{L})mid-(?=\p{L})/giu, () => 'mid '],
  [
    /(?<=(?:^|[^\p{L}])(?:в|к|до|после|около|at|by) \d{1,2}) (?=(?:00|15|30|45)(?![\d:.]| \p{L}))/giu,
    () => ':',
  ],
  [/([ap])\.\s?m\b\.?/gi, (half) => `${half}m`],
  [
    /(\d)\s*ч(?:ас(?:а|ов)?)?\.?\s*(\d\d)\s*м(?:ин(?:ут[аы]?)?)?(?!\p{L})\.?/giu,
    (hour, minute) => `${hour}:${minute}`,
  ],
  [/((?:19|20)\d\d)\s?г(?:\.|ода?(?!\p{L}))/giu, (year) => year ?? null],
  [new RegExp(`(?<!\\p{L})(${monthPattern})\\.(?=\\s|$)`, 'giu'), (month) => month ?? null],
  [
    new RegExp(
      `(?<!\\p{L})без (${step(/^[а-я]/)}) (?:минут )?(${hours}|\\d{1,2})(?!\\p{L})`,
      'giu',
    ),
    before,
  ],
  [
    new RegExp(
      `(?<!\\p{L})(${step(/^[a-z]/)}) (?:minutes )?to (${hours}|\\d{1,2})(?![\\p{L}\\d:])`,
      'giu',
    ),
    before,
  ],
  [
    new RegExp(
      `(?<!\\p{L})(${step(/^[a-z]/)}) (?:minutes )?past (${hours}|\\d{1,2})(?![\\p{L}\\d:])`,
      'giu',
    ),
    after,
  ],
  [
    new RegExp(
      `(?<!\\p{L})(четверть|десять минут|пять минут|двадцать минут) (${Object.keys(ordinalHours).join('|')})(?!\\p{L})`,
      'giu',
    ),
    (minutes, word) => {
      const hour = ordinalHours[word?.toLowerCase() ?? ''];
      const said = { четверть: 15, 'десять минут': 10, 'пять минут': 5, 'двадцать минут': 20 };
      const minute = said[minutes?.toLowerCase() as keyof typeof said];
      return hour === undefined ? null : clock(hourBefore(hour), minute);
    },
  ],
  [
    new RegExp(`(?<=(?:at|by|around|after|before) )half (${hours})(?!\\p{L})`, 'giu'),
    (word) => clock(numberOf(word) ?? 0, 30),
  ],
  [
    new RegExp(
      `(?<=(?<!\\p{L})(?:в|к|до|после|около) )(${hours}) (тридцать|тридцати|пятнадцать|пятнадцати|сорок пять|сорока пяти|ноль[ -]ноль|00)(?!\\p{L})`,
      'giu',
    ),
    (word, minutes) => {
      const said = minutes?.toLowerCase() ?? '';
      const minute = [/^трид/, /^пятн/, /^сорок/].findIndex((form) => form.test(said));
      return clock(numberOf(word) ?? 0, [30, 15, 45][minute] ?? 0);
    },
  ],
  [
    /(?<=\b(?:at|by|around|after|before|until|till|from|about) )(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](fifteen|thirty|forty[ -]five)(?![\p{L}-])/giu,
    (word, minutes = '') =>
      clock(
        numberOf(word) ?? 0,
        { fi: 15, th: 30, fo: 45 }[minutes.slice(0, 2).toLowerCase()] ?? 0,
      ),
  ],
  [
    new RegExp(
      `(двадцать|тридцать|сорок|пятьдесят|twenty|thirty|forty|fifty)[ -](${Object.keys(units).join('|')})(?= (?:минут|час|сут|дн|ден|minute|min|hour|day))`,
      'giu',
    ),
    (ten = '', unit = '') =>
      String((tens[ten.toLowerCase()] ?? 0) + (units[unit.toLowerCase()] ?? 0)),
  ],
  [/(?<!\d)(\d\d)(\d\d) (?:hrs|hours)\b/gi, (hour, minute) => `${hour}:${minute}`],
  [
    new RegExp(
      `(?<!\\p{L})(${ordinalPattern})(?= (?:of )?(?:${monthPattern}|числа)\\p{L}*)`,
      'giu',
    ),
    (word) => ordinalOf(word),
  ],
  [
    /(?<=\bthe )((?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))(?!\p{L})/giu,
    (word) => `${ordinalOf(word)}th`,
  ],
];

const ordinalOf = (word = ''): string | null => {
  const said = word.toLowerCase().replaceAll('ё', 'е').replaceAll('-', ' ');
  const day = ordinals[said];
  return day === undefined ? null : String(day);
};
