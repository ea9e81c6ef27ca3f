import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { seedTicket } from '../test/seed.data.ts';
import type { Page, Ticket } from './api-types.ts';
import { setTransport } from './client.ts';
import { hearTickets, ticketListQuery, ticketQuery } from './tickets.ts';

const old = { ...seedTicket(0), version: 1, status: 'open' } as Ticket;
const fresh: Ticket = { ...old, version: 2, subject: 'Newer than the answer' };

/** A server that has read its answer already and is slow to send it. */
function slowServer() {
  const sent = Promise.withResolvers<void>();
  setTransport(async (input) => {
    const isList = new URL(String(input), 'http://otklik.example').pathname.endsWith('/tickets');
    await sent.promise;
    return Response.json(isList ? ({ items: [old], next: null } satisfies Page<Ticket>) : old);
  });
  return sent;
}

it('an answer that is older than what was heard meanwhile does not win over it', async () => {
  const cache = new QueryClient();
  const sent = slowServer();
  const card = cache.fetchQuery(ticketQuery(String(old.number)));
  const list = cache.fetchInfiniteQuery(ticketListQuery({ view: 'v' }));
  hearTickets(cache, [fresh]);
  sent.resolve();
  await Promise.all([card, list]);
  const subject = () =>
    cache.getQueryData<Ticket>(ticketQuery(String(old.number)).queryKey)?.subject;
  await vi.waitFor(() => expect(subject()).toBe(fresh.subject));
  const pages = cache.getQueryData(ticketListQuery({ view: 'v' }).queryKey)?.pages;
  expect(pages?.flatMap(({ items }) => items.map((each) => each.subject))).toEqual([fresh.subject]);
});

it('what was heard before a question was asked is left to its answer', async () => {
  const cache = new QueryClient();
  const sent = slowServer();
  hearTickets(cache, [fresh]);
  await new Promise((resolve) => setTimeout(resolve, 2));
  sent.resolve();
  await cache.fetchQuery(ticketQuery(String(old.number)));
  await new Promise((resolve) => setTimeout(resolve));
  const known = cache.getQueryData<Ticket>(ticketQuery(String(old.number)).queryKey);
  expect(known?.subject).toBe(old.subject);
});
