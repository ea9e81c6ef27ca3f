import { foldHtml, type FoldedHtml, type ReadHtml } from './fold-html.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import { IMAGE, type Fate } from './line.ts';

export type FoldedLetter = { readonly text: FoldedText; readonly html: FoldedHtml | null };

const textOf = ({ lines, fates }: ReadHtml): FoldedText => {
  const part = (wanted: Fate): string =>
    lines
      .filter((_, index) => fates[index] === wanted)
      .map(({ text, quoted }) =>
        quoted && wanted === 'visible' ? `> ${text.trim()}` : text.trim(),
      )
      .join('\n')
      .replaceAll(IMAGE, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim();
  return { visible: part('visible'), quoted: part('quoted'), signature: part('signature') };
};

/**
 * Folds the old letter and the signature away from what the writer says now, in the plain and in the HTML body.
 * Nothing is lost: what is visible and what is folded together are the letter. A forwarded letter that came with hardly
 * a word stays visible, and so do old words between answers. Without a plain body the text is read from the HTML.
 */
export const foldQuotes = ({
  text,
  html,
}: {
  readonly text: string | null;
  readonly html: string | null;
}): FoldedLetter => {
  const read = html === null ? null : foldHtml(html);
  const folded: FoldedHtml | null =
    read === null ? null : { visibleHtml: read.visibleHtml, foldedHtml: read.foldedHtml };
  if (text === null && read !== null) {
    return { text: textOf(read), html: folded };
  }
  return { text: foldText(text ?? ''), html: folded };
};
