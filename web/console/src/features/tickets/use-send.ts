import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Message, Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { letterIsOnItsWay } from '../../lib/own-letters.ts';
import { wordsOf } from '../../lib/problem.ts';
import { eventsQuery, messagesQuery, ticketQuery } from '../../lib/tickets.ts';

export type Letter = {
  body: string;
  visibility: 'public' | 'internal';
  attachments: string[];
  cc: string[];
  status?: 'solved';
};

/**
 * Sends once: a second try of the same letter carries the same key, so that a lost answer of the
 * server never makes two letters. On refusal the text stays where it is.
 */
export function useSend(ticket: Ticket, onSent: (letter: Letter) => void) {
  const cache = useQueryClient();
  const attempt = useRef<{ text: string; key: string } | null>(null);
  const [state, setState] = useState<{ sending: boolean; error: string | null }>({
    sending: false,
    error: null,
  });
  const send = async (letter: Letter) => {
    const text = JSON.stringify(letter);
    if (attempt.current?.text !== text) {
      attempt.current = { text, key: crypto.randomUUID() };
    }
    setState({ sending: true, error: null });
    try {
      const { cc, attachments, ...rest } = letter;
      const number = String(ticket.number);
      const posted = api.post<Message>(
        `/tickets/${ticket.id}/messages`,
        { ...rest, ...(cc.length ? { cc } : {}), ...(attachments.length ? { attachments } : {}) },
        attempt.current.key,
      );
      const changed = posted.then(() => cache.fetchQuery({ ...ticketQuery(number), staleTime: 0 }));
      letterIsOnItsWay(ticket.id, changed);
      const saved = await posted;
      cache.setQueryData<Message[]>(messagesQuery(number).queryKey, (messages) =>
        messages && !messages.some((message) => message.id === saved.id)
          ? [...messages, saved]
          : messages,
      );
      void cache.invalidateQueries(eventsQuery(number));
      attempt.current = null;
      setState({ sending: false, error: null });
      onSent(letter);
    } catch (error) {
      setState({ sending: false, error: wordsOf(error).words });
    }
  };
  return { ...state, send };
}
