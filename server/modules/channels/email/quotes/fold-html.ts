import { htmlLines } from './html-lines.ts';
import { htmlTokens, type HtmlToken } from './html-tokens.ts';
import { isBlank, type Fate, type Line } from './line.ts';
import { fatesOf } from './segment.ts';

export type FoldedHtml = {
  /** What a reader sees at once: the same elements around it as in the letter. NOT yet cleaned. */
  readonly visibleHtml: string;
  /** The old letter and the signature; '' when nothing is folded. NOT yet cleaned. */
  readonly foldedHtml: string;
};

/** What the two halves show, as plain lines, for letters without a text part. */
export type ReadHtml = FoldedHtml & {
  readonly lines: readonly Line[];
  readonly fates: readonly Fate[];
};

/** Longer bodies are shown whole: no letter that a person wrote is as long. */
const HTML_LIMIT = 2_000_000;

/** Elements that no half can do without. */
const skeleton = new Set(['html', 'head', 'body']);

type Need = { visible: boolean; folded: boolean };

const isContent = ({ kind, source, name }: HtmlToken): boolean =>
  (kind === 'text' && source.trim() !== '') || (kind === 'void' && name !== 'br');

/** For every token in which halves it stands: an element stands where any of its content does. */
const needsOf = (tokens: readonly HtmlToken[], folds: readonly boolean[]): readonly Need[] => {
  const needs: Need[] = tokens.map(() => ({ visible: false, folded: false }));
  const stack: number[] = [];
  const inherit = (child: Need): void => {
    const parent = needs[stack.at(-1) ?? -1];
    if (parent !== undefined) {
      parent.visible ||= child.visible;
      parent.folded ||= child.folded;
    }
  };
  for (const [index, token] of tokens.entries()) {
    const need = needs[index] as Need;
    if (token.kind === 'open') {
      stack.push(index);
    } else if (token.kind === 'close') {
      const opened = needs[stack.pop() ?? -1] ?? need;
      need.visible = opened.visible;
      need.folded = opened.folded;
      inherit(opened);
    } else {
      const folded = folds[index] === true;
      need.visible = !folded;
      need.folded = folded;
      if (isContent(token)) {
        inherit(need);
      }
    }
  }
  return needs;
};

const inSkeleton = (token: HtmlToken): boolean =>
  (token.kind === 'open' || token.kind === 'close') && skeleton.has(token.name);

/** Empty elements without content of either half stay where they are seen: a bare anchor or cell may carry layout. */
const half = (tokens: readonly HtmlToken[], needs: readonly Need[], which: keyof Need): string =>
  tokens
    .filter((token, index) => {
      const { visible, folded } = needs[index] as Need;
      return (which === 'visible' ? visible : folded) || (which === 'visible' && inSkeleton(token));
    })
    .map(({ source }) => source)
    .join('');

/** Whether anything but blanks is folded. */
const foldsAnything = (lines: readonly Line[], fates: readonly Fate[]): boolean =>
  lines.some((line, index) => fates[index] !== 'visible' && !isBlank(line));

/** Splits an HTML body into what is seen at once and what is folded. Time grows with the size only. */
export const foldHtml = (html: string): ReadHtml => {
  if (html.length > HTML_LIMIT) {
    return { visibleHtml: html, foldedHtml: '', lines: [], fates: [] };
  }
  const tokens = htmlTokens(html);
  const { lines, lineOf } = htmlLines(tokens);
  const fates = fatesOf(lines);
  if (!foldsAnything(lines, fates)) {
    return { visibleHtml: html, foldedHtml: '', lines, fates };
  }
  const folds = tokens.map((token, index) => {
    const content = token.kind === 'text' || token.kind === 'void';
    return content && fates[lineOf[index] ?? 0] !== 'visible';
  });
  const needs = needsOf(tokens, folds);
  return {
    visibleHtml: half(tokens, needs, 'visible'),
    foldedHtml: half(tokens, needs, 'folded'),
    lines,
    fates,
  };
};
