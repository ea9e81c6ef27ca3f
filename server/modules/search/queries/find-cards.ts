import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { anywhere, cardQuestions, cardScore, type CardQuestion } from '../rules/card-patterns.ts';
import type { Question } from '../rules/question.ts';
import { isGuessable, readingsOf, type Dictionary } from '../rules/wanted.ts';
import { forgivesTypos } from './dictionary.ts';

export type CardKind = 'person' | 'organization';

export type CardHit = {
  readonly kind: CardKind;
  readonly id: string;
  readonly score: number;
  readonly micros: number;
  /** What of the line was looked for, to be marked. */
  readonly parts: readonly string[];
};

type Row = { kind: CardKind; id: string; at: Date; line: string };

/** More is nobody's answer to a name; the search then wants another word. */
const most = 200;
/** Shorter pieces stand in nearly every line and no index helps to find them. */
const shortest = 3;

/** People and organizations whose names, addresses or phones have all of it; the best first, then the newest. */
export async function findCards(
  db: Reader,
  question: Question,
  { kinds, counts }: { kinds: readonly CardKind[]; counts: Dictionary['counts'] },
): Promise<CardHit[]> {
  const clauses = question.clauses.filter(({ negative }) => !negative);
  const readings = cardQuestions(clauses);
  if (kinds.length === 0 || readings.length === 0) {
    return [];
  }
  for (const reading of readings) {
    const rows = await having(db, kinds, reading);
    if (rows.length > 0) {
      return ordered(rows, reading);
    }
  }
  // A word that people write is no slip in a name.
  const tokens = clauses.flatMap((clause) => readingsOf(clause)[0]?.tokens ?? []);
  const isStrange = tokens.some((token) => isGuessable(token) && !counts.has(token.stem));
  return isStrange ? similar(db, kinds, readings) : [];
}

async function having(
  db: Reader,
  kinds: readonly CardKind[],
  { parts, whole }: CardQuestion,
): Promise<Row[]> {
  const longest = parts[0] ?? '';
  if (longest.length < shortest) {
    const { rows } = await sql<Row>`
      select * from search_index.cards_beginning(${sql.val(kinds)}::text[], ${whole}, ${most})`.execute(
      db,
    );
    return rows;
  }
  const { rows } = await sql<Row>`
    select * from search_index.cards_like(${sql.val(kinds)}::text[], ${sql.val(parts.map(anywhere))}::text[], ${most})`.execute(
    db,
  );
  return rows;
}

/** Nobody is called so: whoever is called nearly so. */
async function similar(
  db: Reader,
  kinds: readonly CardKind[],
  readings: readonly CardQuestion[],
): Promise<CardHit[]> {
  const worth = readings.filter(
    ({ whole, parts }) => whole.length > shortest && parts.length < 4 && /\p{L}{4}/u.test(whole),
  );
  if (worth.length === 0 || !(await forgivesTypos(db))) {
    return [];
  }
  for (const reading of worth) {
    const { rows } = await sql<Row>`
      select * from search_index.cards_near(${sql.val(kinds)}::text[], ${reading.whole}, 10)`.execute(
      db,
    );
    if (rows.length > 0) {
      return rows.map((row, at) => ({ ...hitOf(row, reading), score: -at }));
    }
  }
  return [];
}

const hitOf = ({ kind, id, at, line }: Row, reading: CardQuestion): CardHit => ({
  kind,
  id,
  score: cardScore(line, reading),
  micros: at.getTime() * 1000,
  parts: reading.parts,
});

const ordered = (rows: readonly Row[], reading: CardQuestion): CardHit[] =>
  rows
    .map((row) => hitOf(row, reading))
    .toSorted((a, b) => b.score - a.score || b.micros - a.micros || (a.id < b.id ? 1 : -1));
