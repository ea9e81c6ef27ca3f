import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../../../../kernel/database.ts';
import type { NameTables } from '../../tables.ts';
import type { WorkTables } from '../../work-tables.ts';

export type Participant = { id: string; name: string; email: string | null };

/** Who belongs to the conversation since their ticket was merged into it; the address is the first of their card. */
export async function readParticipants(
  db: Reader,
  workspaceId: string,
  ticketId: string | RawBuilder<string>,
): Promise<Participant[]> {
  return db
    .withTables<WorkTables & NameTables>()
    .selectFrom('person')
    .select(['person.id', 'person.name'])
    .select(
      sql<string | null>`(select value from contact where contact.workspace_id = person.workspace_id
        and contact.person_id = person.id and contact.kind = 'email'
        order by contact.created_at limit 1)`.as('email'),
    )
    .where('person.workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`person.id in (select person_id from ticket_participant
        where workspace_id = ${workspaceId} and ticket_id = ${ticketId})`,
    )
    .orderBy('person.name')
    .execute();
}
