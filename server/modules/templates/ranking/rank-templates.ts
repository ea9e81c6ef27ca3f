import { isInDictionary, wordsOf } from '../../../kernel/words/tokens.ts';

/** What is compared of a template: its words, the name and tags apart since they say most. */
export type Ranked = {
  readonly id: string;
  readonly nameStems: ReadonlySet<string>;
  readonly textStems: ReadonlySet<string>;
  readonly uses: number;
};

export type Past = {
  readonly templateId: string;
  readonly kind: 'stem' | 'category';
  readonly key: string;
  readonly uses: number;
};

export type Why =
  /** Words of the request, as they stand there, that the template speaks of. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** How often it answered tickets of this category. */
  | { readonly kind: 'category'; readonly count: number }
  /** It answered requests with the same words before. */
  | { readonly kind: 'past'; readonly count: number };

export type Suggested = {
  readonly id: string;
  readonly score: number;
  readonly why: readonly Why[];
};

export type Stem = { readonly stem: string; readonly word: string };

const shortest = 3;
const most = 60;

/** Words that say something, each stem once, in the order of the text. */
export function stemsOf(text: string): Stem[] {
  const found = new Map<string, Stem>();
  for (const { stem, word } of wordsOf(text.slice(0, 8_000))) {
    const says = stem.length >= shortest && isInDictionary(stem) && !/^\d+$/.test(stem);
    if (says && !isCourtesy.has(stem) && !found.has(stem)) {
      found.set(stem, { stem, word });
    }
  }
  return [...found.values()].slice(0, most);
}

/** Of nearly every letter: a greeting says nothing about what is asked. */
const isCourtesy: ReadonlySet<string> = new Set(
  [
    'здравствуйте добрый день вечер утро уважаемые пожалуйста спасибо заранее подскажите скажите прошу помогите',
    'можно нужно очень есть было будет если когда почему который наш ваш мне нам вам меня нас вас все еще уже только',
    'hello dear good morning afternoon please thanks thank regards could would help need have has can your our not',
  ]
    .join(' ')
    .split(' ')
    .flatMap((word) => [...wordsOf(word)].map(({ stem }) => stem)),
);

const enough = 1.6;
const shown = 5;

/**
 * Templates that may answer a request, best first, with the reasons. A word weighs by how few templates have it; what a
 * template has answered before weighs by the logarithm of how often, so that habit helps and does not decide alone.
 */
export function rankTemplates(
  request: { readonly stems: readonly Stem[]; readonly categoryId: string | null },
  templates: readonly Ranked[],
  past: readonly Past[],
): Suggested[] {
  const weight = weightOf(templates);
  const histories = Map.groupBy(past, ({ templateId }) => templateId);
  return templates
    .map((template) =>
      suggested(template, request, { weight, past: histories.get(template.id) ?? [] }),
    )
    .filter(({ score, why }) => score >= enough && why.length > 0)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, shown);
}

function weightOf(templates: readonly Ranked[]): (stem: string) => number {
  const having = new Map<string, number>();
  for (const { nameStems, textStems } of templates) {
    for (const stem of new Set([...nameStems, ...textStems])) {
      having.set(stem, (having.get(stem) ?? 0) + 1);
    }
  }
  return (stem) => Math.log(1 + (templates.length + 1) / ((having.get(stem) ?? 0) + 0.5));
}

type Known = { readonly weight: (stem: string) => number; readonly past: readonly Past[] };

function suggested(
  { id, nameStems, textStems, uses }: Ranked,
  { stems, categoryId }: { readonly stems: readonly Stem[]; readonly categoryId: string | null },
  { weight, past }: Known,
): Suggested {
  const common = stems.filter(({ stem }) => nameStems.has(stem) || textStems.has(stem));
  const byWords = common.reduce(
    (sum, { stem }) => sum + weight(stem) * (nameStems.has(stem) ? 1.6 : 0.7),
    0,
  );
  const usesOf = new Map(past.map(({ kind, key, uses: count }) => [`${kind} ${key}`, count]));
  const before = stems.map(({ stem }) => usesOf.get(`stem ${stem}`) ?? 0);
  const byPast = before.reduce((sum, count) => sum + Math.log1p(count) * 0.45, 0);
  const inCategory = categoryId === null ? 0 : (usesOf.get(`category ${categoryId}`) ?? 0);
  const why: Why[] = [];
  if (common.length > 0) {
    const telling = common.toSorted((a, b) => weight(b.stem) - weight(a.stem)).slice(0, 3);
    why.push({ kind: 'words', words: telling.map(({ word }) => word) });
  }
  if (inCategory > 0) {
    why.push({ kind: 'category', count: inCategory });
  }
  const similar = similarUses(before);
  if (similar > 0) {
    why.push({ kind: 'past', count: similar });
  }
  const score = byWords + byPast + Math.log1p(inCategory) * 1.2 + Math.log1p(uses) * 0.05;
  return { id, score, why };
}

/** Two words that came together before say "similar"; a single one may be chance. */
function similarUses(counts: readonly number[]): number {
  const [, second = 0] = counts.toSorted((a, b) => b - a);
  return second;
}
