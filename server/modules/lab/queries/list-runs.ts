import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { mayChange, mustBeTrier } from '../rights.ts';
import { LabRun } from '../schema.ts';
import type { LabTables } from '../tables.ts';
import { readRun, toRun } from './read-runs.ts';

const Cursor = z.tuple([z.uuid()]);
/** Without what came of it: a list of results would be long. */
const Listed = LabRun.omit({ result: true }).extend({
  tickets: z.object({ different: z.int(), of: z.int() }).nullable(),
});

/** The newest first; only drafts of settings that the reader may change. */
export const listRuns = defineQuery({
  name: 'lab.list-runs',
  permission: 'ticket.read',
  input: z.strictObject(pageInput),
  output: pageOf(Listed),
  async run({ db, actor }, { limit, after }) {
    mustBeTrier(actor);
    let query = db
      .withTables<LabTables>()
      .selectFrom('lab_run')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (after !== undefined) {
      query = query.where('id', '<', decodeCursor(after, Cursor)[0]);
    }
    const page = toPage(await query.execute(), limit, {
      item: (row) => row,
      cursor: (row) => [row.id],
    });
    const seen = page.items.filter(({ changes }) => mayChange(actor, changes));
    return {
      ...page,
      items: seen.map((row) => {
        const { result, ...run } = toRun(row);
        const tickets = result && {
          different: result.tickets.different,
          of: result.tickets.opened + result.tickets.older,
        };
        return { ...run, tickets };
      }),
    };
  },
});

export const getRun = defineQuery({
  name: 'lab.get-run',
  permission: 'ticket.read',
  input: z.strictObject({ runId: id() }),
  output: LabRun,
  run: ({ db, actor }, { runId }) => readRun(db, actor, runId),
});
