import type { CompiledQuery, Kysely } from 'kysely';
import type { Tx } from './database.ts';
import { compiler, gather, sendNow } from './database-session.ts';

type Build<P, R> = (db: Kysely<Record<never, never>>, slot: Required<P>) => CompiledQuery<R>;

/** Stands in a statement's text where a value comes with every use. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type Read<P, R> = { all(tx: Tx, values: P): Promise<R[]> };
export type Write<P, R> = Read<P, R> & {
  /** Sends it without waiting, together with others of its kind; nothing is committed when it fails. */
  later(tx: Tx, values: P): void;
};

/**
 * A statement on a hot path, whose text is made once: building it anew costs the server more than most statements cost the
 * database. `slot.x` stands for the value of `x`; its type is that of `x`, so the query builder checks it as usual.
 * Parts of the text must not depend on the values: what may be absent is null.
 */
export function preparedRead<P extends object, R>(build: Build<P, R>): Read<P, R> {
  const statement = compileOnce(build);
  return {
    all: async (tx, values) => sendNow<R>(tx, statement().sent(values)),
  };
}

/**
 * As `preparedRead`, for a write. Writes that are sent `later` travel as one statement where that changes nothing: to
 * different tables, or several inserts to one (see docs/decisions/0104).
 */
export function preparedWrite<P extends object, R>(
  touches: { readonly table: string; readonly by: 'insert' | 'change' },
  build: Build<P, R>,
): Write<P, R> {
  const statement = compileOnce(build);
  return {
    all: async (tx, values) => sendNow<R>(tx, statement().sent(values)),
    later: (tx, values) => gather(tx, { ...touches, ...statement().sent(values) }),
  };
}

let made = 0;

function compileOnce<P extends object, R>(build: Build<P, R>) {
  let compiled: { sent(values: P): PreparedCall } | null = null;
  return () => (compiled ??= compile(build));
}

export type PreparedCall = {
  readonly id: number;
  readonly text: string;
  readonly values: readonly unknown[];
};

function compile<P extends object, R>(build: Build<P, R>) {
  const slots = new Proxy({}, { get: (_target, name) => new Slot(String(name)) });
  const { sql: text, parameters } = build(compiler, slots as Required<P>);
  made += 1;
  const id = made;
  return {
    sent: (values: P): PreparedCall => ({
      id,
      text,
      values: parameters.map((parameter) =>
        parameter instanceof Slot ? values[parameter.name as keyof P] : parameter,
      ),
    }),
  };
}
