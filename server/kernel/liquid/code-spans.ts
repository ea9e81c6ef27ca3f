const closings: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}' };

/**
 * The text with each piece of code (`{{ … }}`, `{% … %}`) replaced. By hand, because an expression would look for the end anew
 * from every opening: two hundred thousand brackets would stop the process for a minute.
 */
export function replaceCode(text: string, by: (code: string) => string): string {
  const openings = /\{[{%]/g;
  const endless = new Set<string>();
  const done: string[] = [];
  let from = 0;
  for (let found = openings.exec(text); found; found = openings.exec(text)) {
    const [opening] = found;
    const end = endless.has(opening) ? -1 : text.indexOf(closings[opening] ?? '', found.index + 2);
    if (end === -1) {
      // It has no end, so neither has any of its kind behind it.
      endless.add(opening);
      openings.lastIndex = found.index + 1;
    } else {
      done.push(text.slice(from, found.index), by(text.slice(found.index, end + 2)));
      from = end + 2;
      openings.lastIndex = from;
    }
  }
  return done.join('') + text.slice(from);
}
