export type Piece = { readonly text: string; readonly is: 'same' | 'gone' | 'new' };

/** What must go from one sentence and come into it so that it becomes the other, by whole words. */
export function wordDiff(from: string, to: string): Piece[] {
  const [a, b] = [from.split(' '), to.split(' ')];
  const longest = longestCommon(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const next = nextPiece([a, i], [b, j], longest);
    pieces.push(next);
    i += next.is === 'new' ? 0 : 1;
    j += next.is === 'gone' ? 0 : 1;
  }
  return joined(pieces);
}

type At = readonly [words: readonly string[], at: number];

function nextPiece([a, i]: At, [b, j]: At, longest: (i: number, j: number) => number): Piece {
  const [left = '', right = ''] = [a[i], b[j]];
  if (i < a.length && j < b.length && left === right) {
    return { text: left, is: 'same' };
  }
  const goes = j >= b.length || (i < a.length && longest(i + 1, j) >= longest(i, j + 1));
  return goes ? { text: left, is: 'gone' } : { text: right, is: 'new' };
}

/** How many words both have in one order from `i` and `j` on. */
function longestCommon(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

/** Neighbours of one kind read as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.is === piece.is) {
      all[all.length - 1] = { ...last, text: `${last.text} ${piece.text}` };
    } else {
      all.push(piece);
    }
  }
  return all;
}
