import type { Page, Ticket } from './api-types.ts';
import { belongs, resolved, type Looker, type TicketFilter } from './ticket-filter.ts';

export type TicketPages = { pages: Page<Ticket>[]; pageParams: unknown[] };
type Rule = Looker & { readonly filter: TicketFilter };

const weights = { low: 0, normal: 1, high: 2, urgent: 3 } as const;
type Key = (ticket: Ticket) => readonly (string | number)[];
const keys: Record<NonNullable<TicketFilter['sort']>, Key> = {
  updated: ({ updatedAt, id }) => [updatedAt, id],
  created: ({ createdAt, id }) => [createdAt, id],
  priority: ({ priority, updatedAt, id }) => [weights[priority], updatedAt, id],
  number: ({ number }) => [number],
};

/** Negative when `a` stands before `b`: the server's own order. */
function ordering({ sort = 'updated', order = 'desc' }: TicketFilter) {
  const keyOf = keys[sort];
  const sign = order === 'desc' ? -1 : 1;
  return (a: Ticket, b: Ticket): number => {
    const [left, right] = [keyOf(a), keyOf(b)];
    const at = left.findIndex((part, place) => part !== right[place]);
    return at < 0 ? 0 : (left[at] as string) < (right[at] as string) ? -sign : sign;
  };
}

type Rows = Page<Ticket>;

/** Both in order; one pass over the page, however much has come. */
function merged(page: Rows, coming: Ticket[], { compare, isEnd }: Merging): Rows {
  const items: Ticket[] = [];
  for (const ticket of page.items) {
    while (coming[0] && compare(coming[0], ticket) < 0) {
      items.push(coming.shift() as Ticket);
    }
    items.push(ticket);
  }
  return { ...page, items: isEnd ? [...items, ...coming.splice(0)] : items };
}

type Merging = { readonly compare: (a: Ticket, b: Ticket) => number; readonly isEnd: boolean };

/** What of the news concerns the list: by id, without what is older than what is shown. */
function newsFor(list: TicketPages, tickets: readonly Ticket[]) {
  const news = new Map<string, Ticket>();
  for (const ticket of tickets) {
    const other = news.get(ticket.id);
    if (!other || other.version <= ticket.version) {
      news.set(ticket.id, ticket);
    }
  }
  const shown = new Set<string>();
  const known = list.pages.flatMap((page) => page.items.filter(({ id }) => news.has(id)));
  for (const { id, version } of known) {
    shown.add(id);
    if ((news.get(id)?.version ?? version) < version) {
      news.delete(id);
    }
  }
  return { news, shown };
}

/** The list with these tickets as they are now: moved, brought in, taken out, or the same list when none concerns it. */
export function patchedAll(list: TicketPages, tickets: readonly Ticket[], rule: Rule): TicketPages {
  const { news, shown } = newsFor(list, tickets);
  const coming: Ticket[] = [];
  for (const ticket of news.values()) {
    const stands = belongs(ticket, rule.filter, rule);
    if (stands === true || (stands === 'unknown' && shown.has(ticket.id))) {
      coming.push(ticket);
    } else if (!shown.has(ticket.id)) {
      news.delete(ticket.id);
    }
  }
  if (news.size === 0) {
    return list;
  }
  const compare = ordering(resolved(rule.filter, rule) ?? rule.filter);
  coming.sort(compare);
  const last = list.pages.length - 1;
  const pages = list.pages.map((page, at) => {
    const rest = page.items.some(({ id }) => news.has(id))
      ? { ...page, items: page.items.filter(({ id }) => !news.has(id)) }
      : page;
    // What stands behind all that is loaded comes with the next page.
    const isEnd = at === last && page.next === null;
    return coming.length > 0 ? merged(rest, coming, { compare, isEnd }) : rest;
  });
  return { ...list, pages };
}
