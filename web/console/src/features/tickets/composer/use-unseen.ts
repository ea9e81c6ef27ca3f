import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Message, Ticket } from '../../../lib/api-types.ts';
import { useSession } from '../../../lib/session.ts';
import { messagesQuery } from '../../../lib/tickets.ts';

type Watch = {
  /** The last message when the text was begun; null: none is begun, everything on the screen has been seen. */
  readonly since: string | null;
  /** The newest message that the first press has pointed at. */
  readonly pointed: string | null;
};
const nothing: Watch = { since: null, pointed: null };

/**
 * What others wrote since this text was begun. It stands over the text; the first press of "send" only points at it, the
 * second sends anyway.
 */
export function useUnseen(ticket: Ticket, isWriting: boolean) {
  const { user } = useSession();
  const { data: messages } = useQuery(messagesQuery(String(ticket.number)));
  const [watch, setWatch] = useState(nothing);
  const last = messages?.at(-1)?.id ?? null;
  // Decided while drawing, so that a message that comes with the first key is not overlooked.
  const next = watched(watch, isWriting, last);
  if (next !== watch) {
    setWatch(next);
  }
  const { since, pointed } = watch;
  const news = newsSince(messages ?? [], since, user.id);
  const newest = news.at(-1)?.id ?? null;
  return {
    news,
    lastSeen: last,
    mustLook: pointed !== newest,
    hasPointed: news.length > 0 && pointed === newest,
    point: () => setWatch({ since, pointed: newest }),
    begin: () => setWatch(nothing),
  };
}

function watched(watch: Watch, isWriting: boolean, last: string | null): Watch {
  if (isWriting) {
    return watch.since === null && last !== null ? { since: last, pointed: null } : watch;
  }
  return watch.since === null ? watch : nothing;
}

const newsSince = (messages: readonly Message[], since: string | null, userId: string) =>
  since === null ? [] : messages.filter((each) => each.id > since && !isOwn(each, userId));

const isOwn = ({ author }: Message, userId: string): boolean =>
  author.kind === 'user' && author.id === userId;
