import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { TicketState } from '../../tickets/public.ts';
import { compileAvailability, type Availabilities } from '../deciding/compile-availability.ts';
import { readAvailabilitySettings } from './read-settings.ts';

/** Who is called to a ticket. */
export type CallOut = {
  readonly assignee: boolean;
  /** Of the ticket's team. */
  readonly leads: boolean;
  /** Of the ticket's team; where none is, of the whole company. */
  readonly onDuty: boolean;
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
};

export type Recipient = { readonly id: string; readonly name: string; readonly onDuty: boolean };

export type Colleague = {
  readonly id: string;
  readonly name: string;
  /** Named in person or by the role. */
  readonly asked: boolean;
  readonly leads: boolean;
  readonly administers: boolean;
};

type Asked = {
  readonly tell: CallOut;
  readonly ticket: Pick<TicketState, 'assigneeId' | 'teamId'>;
  readonly at: Date;
};

/** Whom that calls, as it is now. */
export async function findRecipients(
  db: Reader,
  workspaceId: string,
  asked: Asked,
): Promise<Recipient[]> {
  const colleagues = await readColleagues(db, workspaceId, asked);
  const availability = compileAvailability(await readAvailabilitySettings(db, workspaceId));
  return chooseRecipients(colleagues, asked, availability);
}

/**
 * Those who are named, each absent one by whoever replaces them. Where nobody of them can be told, the leads of the team, and where
 * there are none, the administrators: a call that reaches nobody would be the quietest way to forget a ticket.
 */
export function chooseRecipients(
  colleagues: readonly Colleague[],
  { tell, ticket, at }: Asked,
  availability: Pick<Availabilities, 'of' | 'dutyOf'>,
): Recipient[] {
  const called = tell.onDuty ? availability.dutyOf(ticket.teamId, at) : [];
  const wanted = colleagues.filter(
    (each) => each.asked || called.includes(each.id) || (tell.leads && each.leads),
  );
  const told = [
    wanted,
    colleagues.filter(({ leads }) => leads),
    colleagues.filter(({ administers }) => administers),
  ].find((each) => each.length > 0);
  const ids = new Set((told ?? []).map(({ id }) => availability.of(id, at).substituteId ?? id));
  return colleagues
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({ id, name, onDuty: availability.of(id, at).onDuty }));
}

/** Active colleagues, by name, with what makes each of them one to be told. */
async function readColleagues(
  db: Reader,
  workspaceId: string,
  { tell, ticket }: Pick<Asked, 'tell' | 'ticket'>,
): Promise<Colleague[]> {
  const named = [...tell.userIds, ...(tell.assignee ? [ticket.assigneeId] : [])].filter(
    (each) => each !== null,
  );
  const { rows } = await sql<Colleague>`
    select colleague.id, colleague.name,
      colleague.id = any(${sql.val(named)}::uuid[]) or role.id = any(${sql.val(tell.roleIds)}::uuid[]) as asked,
      role.key is not distinct from 'lead' and member.user_id is not null as leads,
      role.key is not distinct from 'administrator' as administers
    from user_account colleague
    join role on role.workspace_id = colleague.workspace_id and role.id = colleague.role_id
    left join team_member member on member.workspace_id = colleague.workspace_id
      and member.user_id = colleague.id and member.team_id = ${ticket.teamId}::uuid
    where colleague.workspace_id = ${workspaceId} and colleague.active
    order by lower(colleague.name), colleague.id`.execute(db);
  return rows;
}
