/** Fields of one block of `Name: value` lines, names in lower case, folded lines joined. */
export type Fields = ReadonlyMap<string, string>;

/** Reads fields leniently: lines that are none are skipped; of a repeated field the first is kept. */
export const fieldsOf = (block: string): Fields => {
  const fields = new Map<string, string>();
  let name: string | null = null;
  for (const line of block.split('\n')) {
    const start = /^([A-Za-z][\w-]{0,60})[ \t]?:(.*)$/.exec(line);
    if (start !== null) {
      const [, found = '', value = ''] = start;
      const lower = found.toLowerCase();
      name = fields.has(lower) ? null : lower;
      if (name !== null) {
        fields.set(name, value.trim());
      }
    } else if (/^[ \t]+\S/.test(line) && name !== null) {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`.trim());
    } else {
      name = null;
    }
  }
  return fields;
};

/** The first block of fields: up to the first empty line. */
export const headOf = (raw: string): string => {
  const text = raw.replace(/^\s+/, '');
  const end = /\n[ \t]*\n/.exec(text);
  return end === null ? text : text.slice(0, end.index);
};

/** The first message id of a field value, without angle brackets. */
export const messageIdIn = (value: string | undefined): string | null => {
  const found =
    /<\s*([^<>\s]{1,990})\s*>/.exec(value ?? '') ??
    /^\s*([^<>\s]+@[^<>\s]+)/.exec((value ?? '').slice(0, 999));
  return found?.[1] ?? null;
};
