/** A write whose text never changes: `id` stands for it. */
export type GatheredWrite = {
  readonly id: number;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly table: string;
  readonly by: 'insert' | 'change';
};

/**
 * The parts of one statement do not see each other's rows, and their order is not promised. That changes nothing for inserts,
 * whose foreign keys are checked at the end of the statement; whoever changes rows must come after who wrote to their table.
 */
export function mayTravelTogether(
  gathered: readonly GatheredWrite[],
  write: GatheredWrite,
): boolean {
  const last = gathered.findLastIndex(({ table }) => table === write.table);
  const again = gathered[last];
  return (
    gathered.length < atMost &&
    (!again ||
      // One after another only: what begins anew with a table it has written to is the next of many, and would make a text
      // of its own for every number of them.
      (last === gathered.length - 1 && again.by === 'insert' && write.by === 'insert'))
  );
}

/** The server plans a statement with its parts' number: few kinds of long ones are better than many. */
const atMost = 12;
const texts = new Map<string, string>();

/** `with a as (insert …), b as (insert …) insert …`: one message to the server, one answer. */
export function asOneStatement(writes: readonly GatheredWrite[]): {
  text: string;
  values: readonly unknown[];
} {
  const [only] = writes;
  if (only && writes.length === 1) {
    return only;
  }
  const key = writes.map(({ id }) => id).join();
  const text = texts.get(key) ?? join(writes);
  texts.set(key, text);
  return { text, values: writes.flatMap(({ values }) => values) };
}

function join(writes: readonly GatheredWrite[]): string {
  let before = 0;
  const parts = writes.map(({ text, values }) => {
    const shift = before;
    before += values.length;
    return text.replaceAll(/\$(\d+)/g, (_whole, n: string) => `$${Number(n) + shift}`);
  });
  const last = parts.pop() ?? '';
  return `with ${parts.map((part, index) => `part_${index} as (${part})`).join(', ')} ${last}`;
}
