import { z } from 'zod';
import type { Contributions } from '../../../kernel/extension-points.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import {
  keptFrom,
  keptUntil,
  removalKinds,
  type RemovalTables,
} from '../../../kernel/removals/removal-kinds.ts';
import { line } from '../../../kernel/text.ts';
import { Removal } from '../schema.ts';

const Cursor = z.tuple([z.uuid()]);

/** What can be put back, the newest first; only what the reader may change. */
export const listRemovals = (contributions: Contributions) =>
  defineQuery({
    name: 'removals.list',
    permission: 'self',
    input: z.strictObject({ ...pageInput, kind: line({ min: 1, max: 40 }).optional() }),
    output: pageOf(Removal),
    async run({ db, actor, now }, { limit, after, kind }) {
      const kinds = contributions(removalKinds).filter(
        (each) =>
          actor.permissions.has(each.permission) && (kind === undefined || each.kind === kind),
      );
      const namesOf = (ownOnly: boolean) =>
        kinds.filter((each) => (each.ownOnly ?? false) === ownOnly).map((each) => each.kind);
      let query = db
        .withTables<RemovalTables>()
        .selectFrom('removal')
        .selectAll()
        .where('workspace_id', '=', actor.workspaceId)
        .where('restored_at', 'is', null)
        .where('removed_at', '>', keptFrom(now))
        .where(({ eb, or, and }) =>
          or([
            eb('kind', '=', eb.fn.any(eb.val(namesOf(false)))),
            and([
              eb('kind', '=', eb.fn.any(eb.val(namesOf(true)))),
              eb('removed_by_id', '=', actor.id),
            ]),
          ]),
        )
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (after !== undefined) {
        query = query.where('id', '<', decodeCursor(after, Cursor)[0]);
      }
      return toPage(await query.execute(), limit, {
        item: (row) => ({
          id: row.id,
          kind: row.kind,
          subjectId: row.subject_id,
          name: row.name,
          removedAt: row.removed_at.toISOString(),
          removedBy: row.removed_by_name,
          keptUntil: keptUntil(row.removed_at).toISOString(),
        }),
        cursor: (row) => [row.id],
      });
    },
  });
