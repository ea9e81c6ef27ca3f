import { sql, type SqlBool } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';

/**
 * What an actor limited to teams sees: tickets of their teams, their own, and those that no team has yet.
 * Everybody else in the workspace sees all. For use on a query over `ticket`.
 */
export function visibleTo(actor: Actor) {
  if (actor.scope === 'all') {
    return sql<SqlBool>`true`;
  }
  return seenFrom(actor);
}

/** The same condition for whoever is limited, whether or not this one is. */
export function seenFrom({ id, teamIds }: Pick<Actor, 'id' | 'teamIds'>) {
  return sql<SqlBool>`(ticket.team_id is null or ticket.assignee_id = ${id}::uuid
    or ticket.team_id = any(${sql.val(teamIds)}::uuid[]))`;
}

/** The same for a row at hand, e.g. before it goes to a live screen. */
export function mayBeSeenBy(
  actor: Pick<Actor, 'id' | 'scope' | 'teamIds'>,
  ticket: { team: { id: string } | null; assignee: { id: string } | null },
): boolean {
  return (
    actor.scope === 'all' ||
    ticket.team === null ||
    ticket.assignee?.id === actor.id ||
    actor.teamIds.includes(ticket.team.id)
  );
}

/** Finds a ticket by id or by number. */
export function isNamed(ref: string) {
  return /^\d+$/.test(ref)
    ? sql<SqlBool>`ticket.number = ${ref}::bigint`
    : sql<SqlBool>`ticket.id = ${ref}::uuid`;
}
