import classes from './search.module.css';
import type { Mark } from './search-queries.ts';

type Piece = { readonly text: string; readonly from: number; readonly isMarked: boolean };

function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces = marks.flatMap(({ from, to }, at): Piece[] => {
    const behind = marks[at - 1]?.to ?? 0;
    return [
      { text: text.slice(behind, from), from: behind, isMarked: false },
      { text: text.slice(from, to), from, isMarked: true },
    ];
  });
  const behind = marks.at(-1)?.to ?? 0;
  return [...pieces, { text: text.slice(behind), from: behind, isMarked: false }];
}

/** A text with what was found in it. The server gives places, never markup: everything here is text. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return piecesOf(text, marks).map((piece) =>
    piece.isMarked ? (
      <mark key={`mark ${piece.from}`} className={classes.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
