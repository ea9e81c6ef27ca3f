import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Message, Ticket } from '../../../lib/api-types.ts';
import { useSession } from '../../../lib/session.ts';
import { messagesQuery } from '../../../lib/tickets.ts';

/**
 * What others wrote since this text was begun. It stands over the text; the first press of "send" only points at it, the
 * second sends anyway.
 */
export function useUnseen(ticket: Ticket, isWriting: boolean) {
  const { user } = useSession();
  const { data: messages } = useQuery(messagesQuery(String(ticket.number)));
  const [since, setSince] = useState<string | null>(null);
  const [accepted, setAccepted] = useState<string | null>(null);
  const last = messages?.at(-1)?.id ?? null;
  useEffect(() => {
    // Before a text is begun everything on the screen has been seen.
    if (!isWriting) {
      setSince(last);
      setAccepted(null);
    } else {
      setSince((before) => before ?? last);
    }
  }, [isWriting, last]);
  const news = (messages ?? []).filter(
    (message) => since !== null && message.id > since && !isOwn(message, user.id),
  );
  const newest = news.at(-1)?.id ?? null;
  return {
    news,
    lastSeen: last,
    mustLook: newest !== null && accepted !== newest,
    accept: () => setAccepted(newest),
  };
}

const isOwn = ({ author }: Message, userId: string): boolean =>
  author.kind === 'user' && author.id === userId;
