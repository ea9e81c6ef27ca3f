/**
 * How many letters were missed, added, changed or swapped with their neighbour (optimal string alignment); more than
 * `most` is reported as `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) {
    return most + 1;
  }
  let earlier: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, at(earlier, column - 2) + 1);
      }
      current.push(best);
    }
    [earlier, previous] = [previous, current];
  }
  return Math.min(at(previous, b.length), most + 1);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;

/** Short words have too many neighbours to guess among. */
export function forgivenEdits(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
