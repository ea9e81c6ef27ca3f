import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Actor } from './actor.ts';
import { defineCommand } from './commands.ts';
import type { Executor } from './executor.ts';
import { exportLines } from './export-lines.ts';
import { newId } from './ids.ts';
import { specialRoute, type Route } from './routes.ts';

type Cells = readonly string[];

/** A column that only this workspace has. */
export type OwnColumn<Row> = { readonly heading: string; cell(row: Row): string };

export type Export<I, Row = never> = {
  readonly at: `GET /${string}`;
  /** `people`: names the file, the audit entry (`people.exported`) and the command. */
  readonly of: string;
  readonly summary: string;
  /** A right of its own: who may see everything need not be able to carry it away. */
  readonly permission: string;
  readonly input: z.ZodType<I>;
  readonly headings: Readonly<Record<'ru' | 'en', Cells>>;
  /** The column whose cells may bear the unseen mark. */
  readonly marked: number;
  /** Behind the others. */
  own?(actor: Actor, locale: 'ru' | 'en'): Promise<readonly OwnColumn<Row>[]>;
  /** Page after page, so that nothing has to fit into memory. */
  pages(actor: Actor, input: I, own: readonly OwnColumn<Row>[]): AsyncIterable<readonly Cells[]>;
};

/** A table that leaves the house as CSV: streamed, noted before its first byte leaves, and marked. */
export function exportRoute<I, Row = never>(
  executor: () => Executor,
  wanted: Export<I, Row>,
): Route {
  const { of, permission, headings, marked } = wanted;
  const note = defineCommand({
    name: `${of}.note-export`,
    permission,
    input: z.strictObject({ exportId: z.string(), asked: z.record(z.string(), z.unknown()) }),
    output: z.object({ at: z.custom<Date>() }),
    run(ctx, { exportId, asked }) {
      ctx.audit({
        action: `${of}.exported`,
        subject: { kind: 'export', id: exportId, name: ctx.actor.name },
        before: null,
        after: asked,
      });
      return Promise.resolve({ at: ctx.now });
    },
  });
  return specialRoute(wanted.at, {
    name: `${of}.export`,
    summary: wanted.summary,
    permission,
    input: wanted.input,
    contentType: 'text/csv',
    async handle({ input, actor: asking, locale }) {
      const actor = asking as Actor;
      const exportId = newId();
      const asked = input as Record<string, unknown>;
      const own = (await wanted.own?.(actor, locale)) ?? [];
      // What cannot be asked for is refused here: once a byte has left there is no way to say so.
      const pages = await begun(wanted.pages(actor, input as I, own));
      const { at } = await executor().execute(note, { exportId, asked }, actor);
      const lines = exportLines(
        { exportId, locale, by: actor.name, at },
        { headings: [...headings[locale], ...own.map(({ heading }) => heading)], marked },
        pages,
      );
      return {
        content: Readable.from(lines),
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${of}-${at.toISOString().slice(0, 10)}.csv"`,
          'cache-control': 'no-store',
        },
      };
    },
  });
}

/** The same pages, the first of which has been read. */
async function begun<Page>(pages: AsyncIterable<Page>): Promise<AsyncIterable<Page>> {
  const rest = pages[Symbol.asyncIterator]();
  const first = await rest.next();
  return (async function* () {
    for (let next = first; next.done !== true; next = await rest.next()) {
      yield next.value;
    }
  })();
}
