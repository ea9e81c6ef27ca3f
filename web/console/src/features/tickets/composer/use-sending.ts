import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Draft, Message, Ticket } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { askForMissing } from '../../../lib/incomplete.ts';
import { letterIsOnItsWay } from '../../../lib/own-letters.ts';
import { ApiProblem, wordsOf } from '../../../lib/problem.ts';
import { eventsQuery, messagesQuery, ticketQuery } from '../../../lib/tickets.ts';
import { newKey } from '../../../lib/new-key.ts';

/** So long an answer can be taken back. */
export const undoSeconds = 10;

export type Letter = {
  body: string;
  html?: string;
  visibility: 'public' | 'internal';
  attachments: string[];
  cc: string[];
  mentions: string[];
  status?: 'solved';
  assigneeId?: string;
  lastSeenMessageId?: string;
};

type Sent = { message: Message; letter: Letter };
type Heard = {
  sent: (sent: Sent) => void;
  planned: (sendAt: Date) => void;
  overtaken: () => void;
};

/**
 * Posts once: a second try of the same letter carries the same key, so that a lost answer of the server never makes two
 * letters. On refusal the text stays where it is.
 */
function usePostOnce(ticket: Ticket, overtaken: () => void) {
  const cache = useQueryClient();
  const attempt = useRef<{ text: string; key: string } | null>(null);
  const [state, setState] = useState<{ sending: boolean; error: string | null }>({
    sending: false,
    error: null,
  });
  const number = String(ticket.number);
  async function post<T>(path: string, body: object): Promise<T | undefined> {
    const text = path + JSON.stringify(body);
    if (attempt.current?.text !== text) {
      attempt.current = { text, key: newKey() };
    }
    setState({ sending: true, error: null });
    try {
      const posted = api.post<T>(path, body, attempt.current.key);
      const changed = posted.then(() => cache.fetchQuery({ ...ticketQuery(number), staleTime: 0 }));
      letterIsOnItsWay(ticket.id, changed);
      const answer = await posted;
      attempt.current = null;
      setState({ sending: false, error: null });
      return answer;
    } catch (error) {
      const isOvertaken = error instanceof ApiProblem && error.code === 'ticket.message_came';
      setState({ sending: false, error: isOvertaken ? null : wordsOf(error).words });
      askForMissing(ticket, {}, error);
      if (isOvertaken) {
        await cache.invalidateQueries({ queryKey: messagesQuery(number).queryKey });
        overtaken();
      }
      return undefined;
    }
  }
  return { ...state, post };
}

export function useSending(ticket: Ticket, on: Heard) {
  const cache = useQueryClient();
  const { post, ...state } = usePostOnce(ticket, on.overtaken);
  const number = String(ticket.number);
  const send = async (letter: Letter) => {
    const { cc, attachments, mentions, visibility, ...rest } = letter;
    const message = await post<Message>(`/tickets/${ticket.id}/messages`, {
      ...rest,
      visibility,
      ...(visibility === 'public' ? { undoSeconds } : {}),
      ...(cc.length ? { cc } : {}),
      ...(attachments.length ? { attachments } : {}),
      ...(mentions.length ? { mentions } : {}),
    });
    if (message) {
      cache.setQueryData<Message[]>(messagesQuery(number).queryKey, (messages) =>
        messages && !messages.some(({ id }) => id === message.id)
          ? [...messages, message]
          : messages,
      );
      void cache.invalidateQueries(eventsQuery(number));
      on.sent({ message, letter });
    }
  };
  const plan = async (letter: Letter, sendAt: Date, unlessAnswered: boolean) => {
    const { body, html, cc, attachments } = letter;
    const planned = await post(`/tickets/${ticket.id}/planned`, {
      body,
      ...(html ? { html } : {}),
      cc,
      attachments,
      sendAt: sendAt.toISOString(),
      unlessAnswered,
    });
    if (planned) {
      await cache.invalidateQueries({ queryKey: ['ticket', number, 'planned'] });
      on.planned(sendAt);
    }
  };
  return { ...state, send, plan };
}

/** Takes an answer back; its text comes as a draft. @throws ApiProblem `letter.sent` when it has left */
export async function takeBack(ticketId: string, messageId: string): Promise<Draft | null> {
  const { draft } = await api.delete<{ draft: Draft | null }>(
    `/tickets/${ticketId}/messages/${messageId}`,
  );
  return draft;
}
