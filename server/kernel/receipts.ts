import type { Actor } from './actor.ts';
import type { Tx } from './database.ts';
import { Refusal } from './errors.ts';
import type { KernelTables } from './kernel-tables.ts';

export type Receipt = { readonly key: string; readonly actor: Actor; readonly inputHash: string };

const ownerOf = (actor: Actor) => actor.id ?? actor.kind;

/**
 * Claims the key, or returns the earlier answer. A second request with the same key waits on the row of the
 * first until that commits, so two at once do the work once.
 */
export async function openReceipt(
  tx: Tx,
  { key, actor, inputHash }: Receipt,
  now: Date,
): Promise<{ output: unknown } | null> {
  const tables = tx.withTables<KernelTables>();
  const claimed = await tables
    .insertInto('receipt')
    .values({
      workspace_id: actor.workspaceId,
      actor_id: ownerOf(actor),
      key,
      input_hash: inputHash,
      output: 'null',
      at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) {
    return null;
  }
  const earlier = await tables
    .selectFrom('receipt')
    .select(['input_hash', 'output'])
    .where('workspace_id', '=', actor.workspaceId)
    .where('actor_id', '=', ownerOf(actor))
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (earlier.input_hash !== inputHash) {
    throw new Refusal('not_allowed', 'idempotency.key_reused');
  }
  return { output: earlier.output };
}

export async function saveReceipt(tx: Tx, { key, actor }: Receipt, output: unknown): Promise<void> {
  await tx
    .withTables<KernelTables>()
    .updateTable('receipt')
    .set({ output: JSON.stringify(output ?? null) })
    .where('workspace_id', '=', actor.workspaceId)
    .where('actor_id', '=', ownerOf(actor))
    .where('key', '=', key)
    .execute();
}
