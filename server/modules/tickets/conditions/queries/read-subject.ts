import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import type { Contributions } from '../../../../kernel/extension-points.ts';
import { stateOf } from '../../door.ts';
import { readAskedFacts } from '../../policies/read-asked-facts.ts';
import { selectTickets } from '../../queries/read-ticket.ts';
import { noFacts, type FactNeeds } from '../../rules/facts.ts';
import { isNamed, visibleTo } from '../../visibility.ts';
import type { ConditionSubject } from '../subject.ts';

type Asking = {
  readonly actor: Actor;
  readonly now: Date;
  readonly contributions: Contributions;
};

/** A ticket that the actor may see, as conditions are asked about it now. */
export async function readSubject(
  db: Reader,
  { actor, now, contributions }: Asking,
  { ticketId, needs }: { readonly ticketId: string; readonly needs: FactNeeds },
): Promise<ConditionSubject> {
  const { workspaceId } = actor;
  const row = await selectTickets(db, actor)
    .where(isNamed(ticketId))
    .where(visibleTo(actor))
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'ticket.not_found');
  }
  const ticket = stateOf({ ...row, workspace_id: workspaceId });
  const facts = await readAskedFacts(db, { contributions, needs, workspaceId, now }, [ticket]);
  return { ticket, now, facts: facts.get(ticket.id) ?? noFacts };
}
