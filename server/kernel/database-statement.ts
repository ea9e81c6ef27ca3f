// oxlint-disable no-underscore-dangle -- the names are the driver's
import { Query, type PoolClient, type QueryResult } from 'pg';
import utils from 'pg/lib/utils.js';

/** A statement as it goes to the server. `name`: prepared under it, once per connection; undefined: not prepared. */
export type SentStatement = {
  readonly text: string;
  readonly name: string | undefined;
  readonly values: readonly unknown[];
};

/** What the driver keeps of a statement's columns. Its own name for it is not public, so it is written down here. */
type Columns = {
  readonly fields: unknown[];
  readonly _parsers: unknown;
  readonly _prebuiltEmptyResultObject: unknown;
};

type Wire = {
  readonly stream: { cork(): void; uncork(): void; readonly writableCorked: number };
  bind(message: object): void;
  execute(message: object): void;
  sync(): void;
};

type Answer = (error: Error | null, result: QueryResult) => void;

const known = new WeakMap<Wire, Map<string, Columns>>();

function columnsOf(wire: Wire): Map<string, Columns> {
  const columns = known.get(wire) ?? new Map<string, Columns>();
  known.set(wire, columns);
  return columns;
}

/** As the driver writes them; a moment in UTC, which costs a tenth of writing it in the machine's own zone. */
function valueMapper(value: unknown): unknown {
  if (typeof value === 'string') {
    return value;
  }
  return value instanceof Date ? momentOf(value) : utils.prepareValue(value);
}

const usualLength = '2026-01-01T00:00:00.000Z'.length;

/** Years before the first and after the 9999th are written otherwise by the database: the driver knows how. */
function momentOf(value: Date): unknown {
  const text = value.toISOString();
  return text.length === usualLength ? text : utils.prepareValue(value);
}

/**
 * The driver asks the server with every use of a prepared statement what its columns are, and builds the answer anew; they
 * cannot change (PostgreSQL refuses a prepared statement whose columns would), so this one asks once per connection.
 */
class DescribedOnce extends Query {
  declare readonly name: string;
  declare values: unknown;
  declare readonly _result: object;
  declare _accumulateRows: boolean;
  declare hasBeenParsed: (wire: Wire) => boolean;
  #wire: Wire | null = null;

  constructor({ text, name, values }: SentStatement, answer: Answer) {
    // Given as text: the driver would copy a settings object property by property.
    super(text, undefined, answer as never);
    Object.assign(this, { name, values });
  }

  /** Called by the driver to put the statement on the wire (pg 8.23, lib/query.js). */
  prepare(wire: Wire): void {
    this.#wire = wire;
    const columns = columnsOf(wire).get(this.name);
    if (!columns || !this.hasBeenParsed(wire)) {
      (Query.prototype as unknown as { prepare(wire: Wire): void }).prepare.call(this, wire);
      return;
    }
    Object.assign(this._result, columns);
    this._accumulateRows = true;
    wire.bind({ portal: '', statement: this.name, values: this.values, valueMapper });
    wire.execute({ portal: '' });
    wire.sync();
  }

  handleReadyForQuery(wire: Wire): void {
    if (this.#wire && this.name) {
      const { fields, _parsers, _prebuiltEmptyResultObject } = this._result as Columns;
      columnsOf(this.#wire).set(this.name, { fields, _parsers, _prebuiltEmptyResultObject });
    }
    const { handleReadyForQuery } = Query.prototype as unknown as DescribedOnce;
    handleReadyForQuery.call(this, wire);
  }
}

/**
 * Statements are sent without waiting for the answers of earlier ones (the server takes them in order), and those of one
 * turn of the event loop leave in one write: system calls cost more than most of our statements.
 */
export function sendStatement(client: PoolClient, statement: SentStatement): Promise<QueryResult> {
  const { stream } = (client as unknown as { connection: Wire }).connection;
  if (!stream.writableCorked) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
  return new Promise((resolve, reject) => {
    client.query(
      new DescribedOnce(statement, (error, result) => (error ? reject(error) : resolve(result))),
    );
  });
}
