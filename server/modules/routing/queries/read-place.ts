import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { preparedRead } from '../../../kernel/prepared.ts';
import type { Placed } from '../deciding/call.ts';
import type { RoutingTables } from '../schema.ts';

type Slot = { workspaceId: string; ticketId: string };

const places = preparedRead<Slot, Placed>(
  (db, slot) =>
    db
      .withTables<RoutingTables>()
      .selectFrom('routing_place')
      .select([
        'rule_id as ruleId',
        'team_id as teamId',
        'user_id as userId',
        sql<boolean>`waiting_since is not null`.as('waiting'),
        'team_chosen as teamChosen',
        'by_hand as byHand',
      ])
      .where('workspace_id', '=', slot.workspaceId)
      .where('ticket_id', '=', slot.ticketId)
      .compile(),
  { workspaceId: 'uuid', ticketId: 'uuid' },
);

export const readPlace = async (
  db: Reader,
  workspaceId: string,
  ticketId: string,
): Promise<Placed | null> => (await places.all(db, { workspaceId, ticketId }))[0] ?? null;

const gone = preparedRead<{ workspaceId: string }, { id: string }>(
  (db, slot) =>
    sql<{
      id: string;
    }>`select id from user_account where workspace_id = ${slot.workspaceId} and not active`.compile(
      db,
    ),
  { workspaceId: 'uuid' },
);

/** Who works here no more, as of this moment: memory may be some milliseconds old. */
export const readGone = async (db: Reader, workspaceId: string): Promise<ReadonlySet<string>> =>
  new Set((await gone.all(db, { workspaceId })).map(({ id }) => id));
