import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { defineCommand } from '../../../kernel/commands.ts';
import type { Database } from '../../../kernel/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { time } from '../../../kernel/text.ts';
import { csvLine } from '../../../kernel/csv.ts';
import { hoursAndMinutes } from './duration.ts';
import { readTimePage, timePageSize, type Span } from './queries/read-time-page.ts';
import type { EntryRow } from './queries/read-time.ts';
import { Readable } from 'node:stream';

type Parts = { readonly db: Database; readonly executor: () => Executor };
const headings = {
  en: ['Date', 'Ticket', 'Agent', 'Minutes', 'Time', 'Cost', 'Currency', 'Note', 'By timer'],
  ru: [
    'Дата',
    'Заявка',
    'Сотрудник',
    'Минуты',
    'Время',
    'Стоимость',
    'Валюта',
    'Заметка',
    'Таймер',
  ],
};

/** That somebody took the times of everybody out is kept: who, when, which span. */
const noteExport = defineCommand({
  name: 'tickets.note-time-export',
  permission: 'time.cost',
  input: z.strictObject({ from: time(), to: time() }),
  output: z.object({}),
  run(ctx, span) {
    ctx.audit({
      action: 'time.exported',
      subject: { kind: 'time', id: ctx.actor.workspaceId, name: ctx.actor.name },
      before: null,
      after: span,
    });
    return Promise.resolve({});
  },
});

export const timeExportRoute = ({ db, executor }: Parts): Route =>
  specialRoute('GET /time/export', {
    name: 'tickets.export-time',
    summary: 'Time spent within a span, as CSV',
    permission: 'time.cost',
    input: z.strictObject({ from: time(), to: time() }),
    contentType: 'text/csv',
    async handle({ input, actor, locale }) {
      if (input.from >= input.to) {
        throw invalid('to', 'before_from');
      }
      await executor().execute(noteExport, input, actor as Actor);
      const name = `time-${input.from.slice(0, 10)}-${input.to.slice(0, 10)}.csv`;
      return {
        content: Readable.from(linesOf(db, actor as Actor, { ...input, locale })),
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'no-store',
        },
      };
    },
  });

/** In pages by key: a year of a large company is never in memory at once. */
async function* linesOf(db: Database, actor: Actor, span: Span & { locale: 'ru' | 'en' }) {
  // The mark that spreadsheets know UTF-8 by.
  yield `\u{feff}${csvLine(headings[span.locale], span.locale)}`;
  let last: { at: Date; id: string } | null = null;
  for (;;) {
    const rows: EntryRow[] = await readTimePage(db, actor, { ...span, last });
    yield rows.map((row) => csvLine(cellsOf(row), span.locale)).join('');
    const end = rows.at(-1);
    if (!end || rows.length < timePageSize) {
      return;
    }
    last = { at: end.spent_at, id: end.id };
  }
}

const cellsOf = (row: EntryRow): string[] => [
  row.spent_at.toISOString(),
  String(row.number),
  row.user_name,
  String(row.minutes),
  hoursAndMinutes(row.minutes),
  row.amount ?? '',
  row.currency ?? '',
  row.note,
  row.by_timer ? '1' : '0',
];
