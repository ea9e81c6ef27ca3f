import type { CompiledQuery, Kysely } from 'kysely';
import type { Tx } from './database.ts';
import { joinStatement, type Joined, type SlotTypes } from './asked-together.ts';
import { askInStep, compiler, gather, sendNow } from './database-session.ts';

type Build<P, R> = (db: Kysely<Record<never, never>>, slot: Required<P>) => CompiledQuery<R>;

type Types<P> = { readonly [K in keyof P]: string };

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
 * Parts of the text must not depend on the values: what may be absent is null. With the `types` of its values it may be
 * asked for by several strands of one transaction at once (see `inStep`).
 */
export function preparedRead<P extends object, R>(
  build: Build<P, R>,
  types?: Types<P>,
): Read<P, R> {
  const statement = compileOnce(build);
  let many: Joined | undefined;
  return {
    async all(tx, values) {
      const alone = statement();
      many ??= types && joinedOnce(alone, types);
      const answer = many && askInStep<R>(tx, many, values as Readonly<Record<string, unknown>>);
      return answer ?? sendNow<R>(tx, alone.sent(values));
    },
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

/** What never changes has to be a part of the text where several ask at once. */
function joinedOnce<P>(alone: Pick<Compiled<P>, 'text' | 'slotOf'>, types: Types<P>): Joined {
  if (alone.slotOf.includes('')) {
    throw new Error(`a value without a name in a statement that is asked together: ${alone.text}`);
  }
  return joinStatement(alone.text, alone.slotOf, types as SlotTypes);
}

function compileOnce<P extends object, R>(build: Build<P, R>) {
  let compiled: Compiled<P> | null = null;
  return () => (compiled ??= compile(build));
}

type Compiled<P> = {
  readonly text: string;
  /** The name of the value behind each `$n`; empty where it never changes. */
  readonly slotOf: readonly string[];
  sent(values: P): PreparedCall;
};

export type PreparedCall = {
  readonly id: number;
  readonly text: string;
  readonly values: readonly unknown[];
};

function compile<P extends object, R>(build: Build<P, R>): Compiled<P> {
  const slots = new Proxy({}, { get: (_target, name) => new Slot(String(name)) });
  const { sql: text, parameters } = build(compiler, slots as Required<P>);
  made += 1;
  const id = made;
  return {
    text,
    slotOf: parameters.map((parameter) => (parameter instanceof Slot ? parameter.name : '')),
    sent: (values: P): PreparedCall => ({
      id,
      text,
      values: parameters.map((parameter) =>
        parameter instanceof Slot ? values[parameter.name as keyof P] : parameter,
      ),
    }),
  };
}
