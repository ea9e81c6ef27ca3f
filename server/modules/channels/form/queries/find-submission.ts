import { sql } from 'kysely';
import type { Reader } from '../../../../kernel/database.ts';
import type { WaitingLetter } from '../../queries/waiting-letters.ts';
import type { ChannelTables, InboundState } from '../../schema.ts';
import type { z } from 'zod';

export type KnownSubmission = {
  readonly letter: WaitingLetter;
  readonly state: z.infer<typeof InboundState>;
  /** Of the ticket that it has become. */
  readonly number: number | null;
};

/** What was sent with a token; null when nothing was. */
export async function findSubmission(
  db: Reader,
  workspaceId: string,
  { channelId, externalId }: { channelId: string; externalId: string },
): Promise<KnownSubmission | null> {
  const row = await db
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
      'state',
      sql<number | null>`(select number from ticket where ticket.workspace_id = inbound.workspace_id
        and ticket.id = inbound.ticket_id)`.as('number'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('external_id', '=', externalId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst();
  if (!row) {
    return null;
  }
  const { state, number, ...letter } = row;
  return { letter, state, number };
}
