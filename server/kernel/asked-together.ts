/** A statement of a hot path as it is when several ask for it at once: each value is an element of an array. */
export type Joined = { readonly text: string; readonly slots: readonly string[] };

/** A type of PostgreSQL by the name of the value. A list travels as its own text, since lists of lists would be flattened. */
export type SlotTypes = Readonly<Record<string, string>>;

/**
 * `select … where id = $1` becomes one statement for any number of ids: each row says by `asked_at` whose answer it is. The
 * inner statement is planned for one asker, as if it stood alone (`offset 0` keeps it so), and sees values, not columns:
 * under row-level security a condition over another table's column would be no condition of an index. The lists are
 * sub-selects so that their lengths are unknown to the planner: else it would plan the statement anew with every use.
 */
export function joinStatement(text: string, slotOf: readonly string[], types: SlotTypes): Joined {
  const slots = [...new Set(slotOf)];
  const own = (name: string) => `asked."${name}"${isList(types[name]) ? `::${types[name]}` : ''}`;
  const inner = text.replaceAll(/\$(\d+)/g, (_whole, n: string) =>
    own(slotOf[Number(n) - 1] ?? ''),
  );
  const lists = slots.map((name, index) => `(select $${index + 1}::${elementType(types[name])}[])`);
  const columns = [...slots.map((name) => `"${name}"`), 'asked_at'].join(', ');
  return {
    slots,
    text: `select asked.asked_at, found.* from unnest(${lists.join(', ')}) with ordinality as asked (${columns}),
      lateral (select * from (${inner}) as one offset 0) as found`,
  };
}

const isList = (type = ''): boolean => type.endsWith('[]');
const elementType = (type = 'text'): string => (isList(type) ? 'text' : type);

/** `{"a","b"}`, as PostgreSQL reads a list of texts. */
export const listText = (values: readonly unknown[]): string =>
  `{${values.map((value) => (value === null ? 'null' : `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`)).join()}}`;

type Ask = {
  readonly values: Readonly<Record<string, unknown>>;
  resolve(rows: unknown[]): void;
  reject(error: unknown): void;
};
type Row = { asked_at: number };
type Send = (joined: Joined, values: readonly unknown[]) => Promise<readonly unknown[]>;

/**
 * Several strands of work that share a transaction and go in step: what they ask for in one turn of the event loop travels
 * as one statement a kind, and each gets its own rows.
 */
export class AskedTogether {
  readonly #send: Send;
  readonly #waiting = new Map<Joined, Ask[]>();

  constructor(send: Send) {
    this.#send = send;
  }

  ask<R>(joined: Joined, values: Readonly<Record<string, unknown>>): Promise<R[]> {
    const { promise, resolve, reject } = Promise.withResolvers<R[]>();
    const ask = { values, resolve: resolve as Ask['resolve'], reject };
    const together = this.#waiting.get(joined);
    if (together) {
      together.push(ask);
    } else {
      this.#waiting.set(joined, [ask]);
      // After all strands that go on by now have asked what they have to ask.
      process.nextTick(() => this.#leave(joined));
    }
    return promise;
  }

  #leave(joined: Joined): void {
    const asks = this.#waiting.get(joined) ?? [];
    this.#waiting.delete(joined);
    void this.#answer(joined, asks);
  }

  async #answer(joined: Joined, asks: readonly Ask[]): Promise<void> {
    const lists = joined.slots.map((name) => asks.map(({ values }) => asElement(values[name])));
    try {
      const rows = (await this.#send(joined, lists)) as Row[];
      const own: unknown[][] = asks.map(() => []);
      for (const { asked_at: at, ...row } of rows) {
        own[at - 1]?.push(row);
      }
      asks.forEach(({ resolve }, index) => resolve(own[index] ?? []));
    } catch (error) {
      asks.forEach(({ reject }) => reject(error));
    }
  }
}

const asElement = (value: unknown): unknown => (Array.isArray(value) ? listText(value) : value);
