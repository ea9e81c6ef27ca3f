import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { Reader } from './database.ts';

export type QueryContext = { readonly db: Reader; readonly actor: Actor; readonly now: Date };

/** Reads, shaped for one screen or one API answer. Never locks, never writes. */
export type Query<Input, Output> = {
  readonly name: string;
  readonly permission: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  run(ctx: QueryContext, input: Input): Promise<Output>;
};

// oxlint-disable-next-line typescript/no-explicit-any -- existential: a list of queries of different shapes
export type AnyQuery = Query<any, any>;

export function defineQuery<Input, Output>(query: Query<Input, Output>): Query<Input, Output> {
  return query;
}
