import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { ChannelTables, InboundEnvelope } from '../schema.ts';

export type WaitingLetter = {
  readonly id: string;
  readonly channelId: string;
  readonly externalId: string;
  readonly raw: string;
  readonly size: number;
  readonly envelope: InboundEnvelope;
  readonly attempts: number;
};

/** In the order of arrival; the partial index makes it cost nothing when none waits. */
export async function waitingLetters(
  db: Reader,
  workspaceId: string,
  { inHand, limit, now }: { inHand: readonly string[]; limit: number; now: Date },
): Promise<WaitingLetter[]> {
  return db
    .withTables<ChannelTables>()
    .selectFrom('inbound')
    .select([
      'id',
      'channel_id as channelId',
      'external_id as externalId',
      'raw',
      'size',
      'envelope',
      'attempts',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'received')
    .where('due_at', '<=', now)
    .where(sql<boolean>`id <> all(${sql.val(inHand)}::uuid[])`)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}
