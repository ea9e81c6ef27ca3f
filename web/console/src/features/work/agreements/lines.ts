/** No expression reads more at once, so that the time a letter takes grows with its length alone. */
export const longestLine = 1_000;
const wrapsAt = 50;

/** Lines as they were meant: what a program has wrapped is one, and one without an end is cut between words. */
export function linesOf(text: string): string[] {
  const meant: string[] = [];
  let last = '';
  for (const line of text.split('\n')) {
    const before = meant.at(-1) ?? '';
    if (isWrapped(last, line) && before.length + line.length < longestLine) {
      meant[meant.length - 1] = `${before.trimEnd()} ${line.trimStart()}`;
    } else {
      meant.push(...cut(line));
    }
    last = line;
  }
  return meant;
}

const isWrapped = (line: string, next: string): boolean =>
  line.length >= wrapsAt &&
  line.length < 2 * wrapsAt &&
  /^\s{0,3}[\p{Ll}\d]/u.test(next.slice(0, 4));

function cut(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > longestLine) {
    const space = rest.lastIndexOf(' ', longestLine);
    const end = space > longestLine / 2 ? space : longestLine;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}
