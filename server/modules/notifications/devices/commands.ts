import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { id, line } from '../../../kernel/text.ts';
import type { NoticeTables } from '../tables.ts';

/** As a browser gives it (Push API), sealed while it is kept. */
export type Subscription = {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
};

const mostDevices = 20;
const base64url = (bytes: number) =>
  z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_-]+=*$/, { message: 'not_push_key' })
    .refine((text) => Buffer.from(text, 'base64url').length === bytes, { message: 'not_push_key' });

/** This browser wants to be called. The same browser again is the same device, whoever is signed in there now. */
export const addDevice = ({ seal }: { seal(text: string): string }) =>
  defineCommand({
    name: 'notifications.add-device',
    permission: 'self',
    input: z.strictObject({
      endpoint: z.url({ protocol: /^https?$/ }).max(2_000),
      keys: z.strictObject({ p256dh: base64url(65), auth: base64url(16) }),
      name: line({ max: 200 }).default(''),
    }),
    output: z.object({ id: z.string() }),

    async run({ tx, actor, now }, { endpoint, keys, name }) {
      if (actor.kind !== 'user' || actor.id === null) {
        throw new Refusal('forbidden', 'session.needed');
      }
      const db = tx.withTables<NoticeTables>();
      const { n } = await db
        .selectFrom('push_device')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('workspace_id', '=', actor.workspaceId)
        .where('user_id', '=', actor.id)
        .executeTakeFirstOrThrow();
      if (n >= mostDevices) {
        throw invalid('endpoint', 'too_many');
      }
      const columns = {
        user_id: actor.id,
        session_id: actor.sessionId,
        sealed: seal(JSON.stringify({ endpoint, keys } satisfies Subscription)),
        name,
      };
      return db
        .insertInto('push_device')
        .values({
          ...columns,
          workspace_id: actor.workspaceId,
          id: newId(),
          endpoint_hash: createHash('sha256').update(endpoint).digest('base64url'),
          created_at: now,
          used_at: null,
        })
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'endpoint_hash']).doUpdateSet(columns),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
    },
  });

export const removeDevice = defineCommand({
  name: 'notifications.remove-device',
  permission: 'self',
  input: z.strictObject({ deviceId: id() }),
  output: z.object({}),
  async run({ tx, actor }, { deviceId }) {
    const { numDeletedRows } = await tx
      .withTables<NoticeTables>()
      .deleteFrom('push_device')
      .where('workspace_id', '=', actor.workspaceId)
      .where('id', '=', deviceId)
      .where('user_id', '=', actor.id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) {
      throw new Refusal('not_found', 'push.device_not_found');
    }
    return {};
  },
});
