import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { isInDictionary } from '../../../kernel/words/tokens.ts';
import type { Clause } from '../rules/question.ts';
import { isGuessable, neighbours, readingsOf, type Dictionary } from '../rules/wanted.ts';

type Word = { word: string; n: number };

const mostBegun = 24;
const mostNear = 20;

/** What the dictionary knows about the words of a question. `typing`: the last one is not yet finished. */
export async function readDictionary(
  db: Reader,
  clauses: readonly Clause[],
  { typing }: { typing: boolean },
): Promise<Dictionary> {
  const tokens = clauses.flatMap((clause) => readingsOf(clause).flatMap(({ tokens: all }) => all));
  const stems = [...new Set(tokens.map(({ stem }) => stem).filter(isInDictionary))];
  const [known, begun] = await Promise.all([
    countsOf(db, stems),
    typing ? begunBy(db, clauses.at(-1)) : [],
  ]);
  const strange = begun.length > 0 ? [] : strangeStems(clauses, known);
  const near = await nearTo(db, strange);
  const guesses = [...begun, ...[...near.values()].flat()];
  return {
    counts: new Map([...guesses.map(({ word, n }): [string, number] => [word, n]), ...known]),
    near: new Map([...near].map(([typed, words]) => [typed, words.map(({ word }) => word)])),
    begun: begun.map(({ word }) => word),
  };
}

async function countsOf(db: Reader, stems: readonly string[]): Promise<Map<string, number>> {
  if (stems.length === 0) {
    return new Map();
  }
  const { rows } = await sql<Word>`
    select word, n from search_index.known_words(${sql.val(stems)}::text[])`.execute(db);
  return new Map(rows.map(({ word, n }) => [word, n]));
}

/** Words that nobody wrote in either layout: the only ones whose neighbours are looked for. */
function strangeStems(clauses: readonly Clause[], counts: ReadonlyMap<string, number>): string[] {
  const strange = clauses
    .filter(({ kind }) => kind === 'words')
    .map((clause) => readingsOf(clause))
    .filter((readings) =>
      readings.every(({ tokens }) =>
        tokens.some((each) => isGuessable(each) && !counts.has(each.stem)),
      ),
    )
    .flatMap((readings) => readings.flatMap(({ tokens }) => tokens))
    .filter((token) => isGuessable(token) && token.stem.length > 3 && !counts.has(token.stem));
  return [...new Set(strange.map(({ stem }) => stem))].slice(0, 8);
}

async function begunBy(db: Reader, clause: Clause | undefined): Promise<Word[]> {
  if (clause?.kind !== 'words' || clause.negative) {
    return [];
  }
  for (const { tokens } of readingsOf(clause)) {
    const [token] = tokens;
    if (token && tokens.length === 1 && token.word.length > 1 && /^\p{L}+$/u.test(token.word)) {
      const { rows } = await sql<Word>`
        select word, n from search_index.words_beginning(${token.word}, ${mostBegun})`.execute(db);
      if (rows.length > 0) {
        return rows;
      }
    }
  }
  return [];
}

async function nearTo(db: Reader, stems: readonly string[]): Promise<Map<string, readonly Word[]>> {
  const near = new Map<string, readonly Word[]>();
  if (stems.length === 0 || !(await forgivesTypos(db))) {
    return near;
  }
  const { rows } = await sql<Word & { typed: string }>`
    select typed, word, n from search_index.words_near(${sql.val(stems)}::text[], ${mostNear})`.execute(
    db,
  );
  for (const [typed, words] of Map.groupBy(rows, (row) => row.typed)) {
    near.set(typed, neighbours(typed, words));
  }
  return near;
}

/** A database of somebody else may lack the extension: then words are found as they are written. */
export async function forgivesTypos(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from pg_extension where extname = 'pg_trgm')
      and to_regclass('search_index.word_like') is not null as there`.execute(db);
  return rows[0]?.there ?? false;
}
