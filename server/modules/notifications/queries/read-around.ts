import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { readKeepers, readMembers } from '../../identity/public.ts';
import { readCircles, readSaid, type Circle, type Said } from '../../tickets/public.ts';
import type { Around, Happened } from '../rules/happened.ts';
import { failures, rightsToMend } from '../rules/what-failed.ts';

export type Surroundings = {
  readonly tickets: ReadonlyMap<string, Circle>;
  readonly said: ReadonlyMap<string, Said>;
  of(event: Happened): Around;
};

const idIn = ({ payload }: Happened, key: string): string[] => {
  const value = payload[key];
  return typeof value === 'string' ? [value] : [];
};

/** Everything that some facts are about, in a few questions. */
export async function readSurroundings(
  db: Reader,
  workspaceId: string,
  events: readonly Happened[],
): Promise<Surroundings> {
  const all = (key: string) => [...new Set(events.flatMap((event) => idIn(event, key)))];
  const tickets = await readCircles(db, workspaceId, all('ticketId'));
  const said = await readSaid(db, workspaceId, all('messageId'));
  const notes = await readNotes(db, workspaceId, all('reminderId'));
  const keepers = await readKeepers(db, workspaceId, rightsToMend(events));
  const keepersOf = ({ name }: Happened) => keepers.get(failures[name]?.permission ?? '') ?? [];
  const teams = [...tickets.values()].flatMap(({ teamId }) => teamId ?? []);
  const members = await readMembers(db, workspaceId, [...new Set(teams)]);
  return {
    tickets,
    said,
    of(event) {
      const ticket = tickets.get(idIn(event, 'ticketId')[0] ?? '');
      const memberIds = members.get(ticket?.teamId ?? '') ?? [];
      return {
        ticket: ticket && { ...ticket, memberIds },
        message: said.get(idIn(event, 'messageId')[0] ?? ''),
        note: notes.get(idIn(event, 'reminderId')[0] ?? ''),
        keeperIds: keepersOf(event),
      };
    },
  };
}

/** What people have told themselves. */
async function readNotes(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) {
    return new Map();
  }
  const { rows } = await sql<{ id: string; note: string }>`
    select id, note from reminder where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, note }) => [id, note]));
}
