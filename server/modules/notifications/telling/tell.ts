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
import { addWays, insertNotices, type NewNotice } from '../store.ts';
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
    .flatMap((one) => asSeenBy(colleagues.get(one.userId), tickets.get(one.ticketId ?? ''), one))
    .map((one) => ({ one, wanted: preferences.of(one.userId) }))
    .filter(({ one, wanted }) => Object.values(wanted.choices[one.topic]).some(Boolean));
  const notices = new Map(wanting.map((each) => [noticeOf(each), each]));
  const added = await insertNotices(ctx, [...notices.keys()]);
  for (const [{ id }, each] of notices) {
    if (added.has(id)) {
      await send(ctx, id, each, ways);
    }
  }
  whisperTo(
    ctx,
    [...notices.keys()].filter(({ id, inApp }) => inApp && added.has(id)),
  );
}

/**
 * Who may not see a ticket hears nothing of it, but that they themselves are asked; nobody who has left hears anything.
 * @returns what is told, or nothing
 */
function asSeenBy(
  colleague: Colleague | undefined,
  ticket: Circle | undefined,
  one: PersonTold,
): PersonTold[] {
  if (!colleague?.may('ticket.read')) {
    return [];
  }
  if (one.ticketId === null) {
    return [one];
  }
  const ref = (id: string | null) => (id === null ? null : { id });
  const sees =
    ticket !== undefined &&
    mayBeSeenBy(colleague, { team: ref(ticket.teamId), assignee: ref(ticket.assigneeId) });
  if (sees) {
    return [one];
  }
  return one.beyondSight ? [{ ...one, ticketId: null, messageId: null, preview: '' }] : [];
}

const noticeOf = ({ one, wanted }: Wanting): NewNotice => ({
  id: newId(),
  userId: one.userId,
  kind: one.kind,
  ticketId: one.ticketId,
  messageId: one.messageId,
  actor: one.actor,
  preview: cutAt(one.preview.replaceAll(/\s+/g, ' ').trim(), previewLength),
  fact: one.fact,
  words: one.words,
  inApp: wanted.choices[one.topic].app,
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

function whisperTo(ctx: CommandContext, notices: readonly NewNotice[]): void {
  for (const list of Map.groupBy(notices, (one) => `${one.kind} ${one.ticketId}`).values()) {
    const [{ kind, ticketId } = { kind: '', ticketId: null }] = list;
    const everybody = [...new Set(list.map(({ userId }) => userId))];
    for (let from = 0; from < everybody.length; from += heardAtOnce) {
      const to = everybody.slice(from, from + heardAtOnce);
      whisper(ctx, { to, event: 'notices', words: { kind, ticketId } });
    }
  }
}
