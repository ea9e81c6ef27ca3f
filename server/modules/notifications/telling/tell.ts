import type { CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { whisper } from '../../../kernel/live-whisper.ts';
import { cutAt } from '../../../kernel/text.ts';
import { readColleagues, type Colleague } from '../../identity/public.ts';
import { mayBeSeenBy, type Circle } from '../../tickets/public.ts';
import { readPreferences, type Preference } from '../queries/read-preferences.ts';
import { parcelFor } from '../timing/when.ts';
import { onceEach, type PersonTold } from '../rules/once-each.ts';
import type { Telling } from '../rules/telling.ts';
import { addWays, insertNotices } from '../store.ts';
import type { NoticeTables } from '../tables.ts';
import { gatherInto } from './dispatch-store.ts';

const previewLength = 200;

type Tickets = ReadonlyMap<string, Circle>;
export type Possible = { readonly mail: boolean; readonly push: ReadonlySet<string> };
type Wanting = { readonly one: PersonTold; readonly wanted: Preference };

/** Writes down who is told of what, and begins whatever has to leave the house. */
export async function tell(
  ctx: CommandContext,
  tellings: readonly Telling[],
  {
    tickets,
    possible,
  }: { tickets: Tickets; possible: (userIds: readonly string[]) => Promise<Possible> },
): Promise<void> {
  const all = onceEach(tellings);
  const userIds = [...new Set(all.map(({ userId }) => userId))];
  if (userIds.length === 0) {
    return;
  }
  const { workspaceId } = ctx.actor;
  const colleagues = await readColleagues(ctx.tx, workspaceId, userIds);
  const preferences = await readPreferences(ctx.tx, workspaceId, userIds);
  const ways = await possible(userIds);
  const wanting = all
    .filter((one) => maySee(colleagues.get(one.userId), tickets.get(one.ticketId ?? ''), one))
    .map((one) => ({ one, wanted: preferences.of(one.userId) }))
    .filter(({ one, wanted }) => Object.values(wanted.choices[one.topic]).some(Boolean));
  const rows = new Map(wanting.map((each) => [rowOf(ctx, each), each]));
  const added = await insertNotices(ctx, [...rows.keys()]);
  for (const [row, each] of rows) {
    if (added.has(row.id)) {
      await send(ctx, row.id, each, ways);
    }
  }
  whisperTo(
    ctx,
    [...rows.keys()].filter((row) => row.in_app && added.has(row.id)),
  );
}

/** Who may not see a ticket hears nothing of it, and nobody who has left hears anything. */
function maySee(
  colleague: Colleague | undefined,
  ticket: Circle | undefined,
  { ticketId }: Telling,
): boolean {
  if (!colleague?.may('ticket.read')) {
    return false;
  }
  if (ticketId === null) {
    return true;
  }
  const ref = (id: string | null) => (id === null ? null : { id });
  return (
    ticket !== undefined &&
    mayBeSeenBy(colleague, { team: ref(ticket.teamId), assignee: ref(ticket.assigneeId) })
  );
}

type Row = Omit<NoticeTables['notice'], 'words' | 'in_app'> & {
  words: string | null;
  in_app: boolean;
};

const rowOf = (ctx: CommandContext, { one, wanted }: Wanting): Row => ({
  workspace_id: ctx.actor.workspaceId,
  id: newId(),
  user_id: one.userId,
  kind: one.kind,
  ticket_id: one.ticketId,
  message_id: one.messageId,
  actor_id: one.actor.id,
  actor_name: one.actor.name,
  preview: cutAt(one.preview.replaceAll(/\s+/g, ' ').trim(), previewLength),
  fact: one.fact,
  words: Object.keys(one.words).length > 0 ? JSON.stringify(one.words) : null,
  in_app: wanted.choices[one.topic].app,
  mail_id: null,
  push_id: null,
  created_at: ctx.now,
  read_at: null,
});

async function send(
  ctx: CommandContext,
  noticeId: string,
  { one, wanted }: Wanting,
  possible: Possible,
): Promise<void> {
  const chosen = wanted.choices[one.topic];
  const leaving = [
    ...(chosen.mail && possible.mail ? (['mail'] as const) : []),
    ...(chosen.push && possible.push.has(one.userId) ? (['push'] as const) : []),
  ];
  const ids: { mail?: string; push?: string } = {};
  for (const way of leaving) {
    const parcel = parcelFor(way, one, { now: ctx.now, wanted });
    const { userId, ticketId } = one;
    ids[way] = await gatherInto(ctx, { ...parcel, way, userId, ticketId });
  }
  if (leaving.length > 0) {
    await addWays(ctx, noticeId, ids);
  }
}

/** A whisper carries 8 kB. */
const heardAtOnce = 150;

function whisperTo(ctx: CommandContext, rows: readonly Row[]): void {
  for (const list of Map.groupBy(rows, (row) => `${row.kind} ${row.ticket_id}`).values()) {
    const [{ kind, ticket_id: ticketId } = { kind: '', ticket_id: null }] = list;
    const everybody = [...new Set(list.map((row) => row.user_id))];
    for (let from = 0; from < everybody.length; from += heardAtOnce) {
      const to = everybody.slice(from, from + heardAtOnce);
      whisper(ctx, { to, event: 'notices', words: { kind, ticketId } });
    }
  }
}
