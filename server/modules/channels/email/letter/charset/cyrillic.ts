const cyrillicCharsets = [
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
] as const;
type CyrillicCharset = (typeof cyrillicCharsets)[number];

/** Share of a letter in Russian text, in tenths of a percent and rounded; Ukrainian and Belarusian ones are given a small one. */
const letterWeights: Readonly<Record<string, number>> = {
  о: 110,
  е: 85,
  а: 80,
  и: 74,
  н: 67,
  т: 63,
  с: 55,
  р: 47,
  в: 45,
  л: 43,
  к: 35,
  м: 32,
  д: 30,
  п: 28,
  у: 26,
  я: 20,
  ы: 19,
  ь: 17,
  г: 17,
  з: 16,
  б: 16,
  ч: 14,
  й: 12,
  х: 10,
  ж: 9,
  ш: 7,
  ю: 6,
  ц: 5,
  щ: 4,
  э: 3,
  ф: 3,
  ъ: 2,
  ё: 3,
  і: 20,
  ї: 5,
  є: 5,
  ґ: 1,
  ў: 3,
};

const LOWER = 1;
const UPPER = 2;
/** Capitals are rarer, but whole words of them are met: small letters of one charset are capitals of another. */
const UPPER_SHARE = 0.6;
const SIGN_PENALTY = -90;
const BROKEN_CASE_PENALTY = -120;

type Table = { readonly kinds: Uint8Array; readonly weights: Int16Array };

const buildTable = (charset: CyrillicCharset): Table => {
  const kinds = new Uint8Array(256);
  const weights = new Int16Array(256);
  const decoder = new TextDecoder(charset);
  for (let byte = 128; byte < 256; byte += 1) {
    const letter = decoder.decode(Uint8Array.of(byte));
    const lower = letter.toLowerCase();
    const weight = letterWeights[lower];
    if (weight === undefined) {
      // Typographic quotes, dashes and the number sign are as usual in text as rare letters.
      weights[byte] = '«»“”„–—№…\u{a0}'.includes(letter) ? 0 : SIGN_PENALTY;
    } else {
      kinds[byte] = letter === lower ? LOWER : UPPER;
      weights[byte] = letter === lower ? weight : Math.floor(weight * UPPER_SHARE);
    }
  }
  return { kinds, weights };
};

let tables: ReadonlyMap<CyrillicCharset, Table> | null = null;

const cyrillicTables = (): ReadonlyMap<CyrillicCharset, Table> => {
  tables ??= new Map(cyrillicCharsets.map((charset) => [charset, buildTable(charset)]));
  return tables;
};

/** Mean weight of the octets above 127 when read in this charset; real Russian is at 40–60, a wrong charset well below 20. */
const score = (sample: Uint8Array, table: Table): number => {
  let sum = 0;
  let high = 0;
  let before = 0;
  for (const byte of sample) {
    const kind = table.kinds[byte] ?? 0;
    if (byte >= 128) {
      high += 1;
      sum += table.weights[byte] ?? 0;
      if (kind === UPPER && before === LOWER) {
        sum += BROKEN_CASE_PENALTY;
      }
    }
    before = kind;
  }
  return high === 0 ? 0 : sum / high;
};

export type CyrillicGuess = { readonly charset: CyrillicCharset; readonly score: number };

/** The Cyrillic charset in which the octets read best, with the score of each other for comparison. */
export const guessCyrillic = (sample: Uint8Array): CyrillicGuess => {
  let best: CyrillicGuess = { charset: 'windows-1251', score: Number.NEGATIVE_INFINITY };
  for (const [charset, table] of cyrillicTables()) {
    const found = score(sample, table);
    if (found > best.score) {
      best = { charset, score: found };
    }
  }
  return best;
};

export const cyrillicScore = (sample: Uint8Array, charset: CyrillicCharset): number => {
  const table = cyrillicTables().get(charset);
  return table === undefined ? 0 : score(sample, table);
};

export const isCyrillicCharset = (name: string): name is CyrillicCharset =>
  (cyrillicCharsets as readonly string[]).includes(name);

/** Mean length of runs of octets above 127: Western text has single accented letters, Russian has words. */
export const meanHighRun = (sample: Uint8Array): number => {
  let high = 0;
  let runs = 0;
  let before = 0;
  for (const byte of sample) {
    if (byte >= 128) {
      high += 1;
      runs += before >= 128 ? 0 : 1;
    }
    before = byte;
  }
  return runs === 0 ? 0 : high / runs;
};
