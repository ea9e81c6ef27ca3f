/** One line of iCalendar (RFC 5545 §3.1): `DTSTART;VALUE=DATE:20261230`. Names are in capitals. */
export type ContentLine = {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
};

/** An event, or whatever else stands between BEGIN and END, with the lines that are its own and not those of a part within it. */
export type Component = {
  readonly kind: string;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly Component[];
};

type Open = { kind: string; lines: ContentLine[]; parts: Component[] };

/**
 * The calendars of a file. A line that is none is left out, as programs do; null when something does not end: a file that was cut off
 * would bring half of its days. Line ends of every system; folded lines are joined.
 */
export function readComponents(content: string): readonly Component[] | null {
  const root: Open = { kind: '', lines: [], parts: [] };
  const open: Open[] = [root];
  for (const line of linesOf(content)) {
    const inner = open.at(-1) ?? root;
    if (line.name === 'BEGIN') {
      const part = { kind: line.value.trim().toUpperCase(), lines: [], parts: [] };
      inner.parts.push(part);
      open.push(part);
    } else if (line.name === 'END') {
      if (open.length < 2 || inner.kind !== line.value.trim().toUpperCase()) {
        return null;
      }
      open.pop();
    } else {
      inner.lines.push(line);
    }
  }
  return open.length === 1 ? root.parts : null;
}

function linesOf(content: string): ContentLine[] {
  return content
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n[ \t]/g, '')
    .split('\n')
    .flatMap((line) => {
      const [whole, name = '', parameters = '', value = ''] =
        /^([a-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/i.exec(line) ?? [];
      return whole === undefined ? [] : [{ name: name.toUpperCase(), parameters, value }];
    });
}

export const valuesOf = ({ lines }: Component, name: string): string[] =>
  lines.filter((line) => line.name === name).map(({ value }) => value.trim());

export const valueOf = (component: Component, name: string): string | undefined =>
  valuesOf(component, name)[0];

/** `\n` and an escaped comma, semicolon or backslash (§3.3.11). */
export const textOf = (component: Component, name: string): string =>
  (valueOf(component, name) ?? '').replaceAll(/\\(.)/g, (_, sign: string) =>
    sign === 'n' || sign === 'N' ? ' ' : sign,
  );
