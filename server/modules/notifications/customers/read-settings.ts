import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { customerKinds, CustomerKind, CustomerTexts } from '../schema.ts';
import type { NoticeTables } from '../tables.ts';
import { defaultTexts } from './default-texts.data.ts';

export const CustomerNotice = z
  .object({
    kind: CustomerKind,
    /** For tickets that came by these; none: off. */
    channelIds: z.array(z.string()),
    texts: CustomerTexts,
    version: z.int(),
  })
  .meta({ id: 'CustomerNotice' });
export type CustomerNotice = z.infer<typeof CustomerNotice>;

/** Every kind, as chosen or as the product has it: off. */
export async function readCustomerNotices(
  db: Reader,
  workspaceId: string,
): Promise<CustomerNotice[]> {
  const rows = await db
    .withTables<NoticeTables>()
    .selectFrom('customer_notice')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  return customerKinds.map((kind) => {
    const row = rows.find((each) => each.kind === kind);
    return {
      kind,
      channelIds: row?.channel_ids ?? [],
      texts: row?.texts ?? defaultTexts[kind],
      version: row?.version ?? 0,
    };
  });
}

export const listCustomerNotices = defineQuery({
  name: 'notifications.list-customer-notices',
  permission: 'notification.change',
  input: z.strictObject({}),
  output: z.object({ items: z.array(CustomerNotice) }),
  run: async ({ db, actor }) => ({ items: await readCustomerNotices(db, actor.workspaceId) }),
});
