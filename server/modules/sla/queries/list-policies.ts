import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { SlaPolicy } from '../schema.ts';
import { selectPolicies, toPolicy } from './read-policies.ts';

const Cursor = z.tuple([z.int(), z.uuid()]);

/** In the order in which they are asked. */
export const listPolicies = defineQuery({
  name: 'sla.list-policies',
  permission: 'ticket.read',
  input: z.strictObject(pageInput),
  output: pageOf(SlaPolicy),

  async run({ db, actor }, { limit, after }) {
    let query = selectPolicies(db, actor.workspaceId)
      .orderBy('sla_policy.position')
      .orderBy('sla_policy.id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [position, last] = decodeCursor(after, Cursor);
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('sla_policy.position', 'sla_policy.id'), '>', tuple(position, last)),
      );
    }
    return toPage(await query.execute(), limit, {
      item: toPolicy,
      cursor: (row) => [row.position, row.id],
    });
  },
});
