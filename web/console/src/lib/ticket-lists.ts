import type { Page, Ticket } from './api-types.ts';

export type TicketFilter = {
  view?: string | undefined;
  status?: string | undefined;
  assignee?: string | undefined;
  team?: string | undefined;
  requester?: string | undefined;
  organization?: string | undefined;
  priority?: string | undefined;
  type?: string | undefined;
  tag?: string | undefined;
  category?: string | undefined;
  sort?: 'updated' | 'created' | undefined;
};
export type TicketPages = { pages: Page<Ticket>[]; pageParams: unknown[] };

const unsolved = new Set(['new', 'open', 'pending', 'on_hold']);

/** In the open views: not put aside until later. */
const isAtWork = (ticket: Ticket) => unsolved.has(ticket.status) && !ticket.snoozedUntil;

const viewRules: Record<string, (ticket: Ticket, me: string) => boolean> = {
  mine: (ticket, me) => ticket.assignee?.id === me && isAtWork(ticket),
  unassigned: (ticket) => ticket.assignee === null && isAtWork(ticket),
  open: isAtWork,
  snoozed: (ticket) => unsolved.has(ticket.status) && Boolean(ticket.snoozedUntil),
  solved: (ticket) => ticket.status === 'solved' || ticket.status === 'closed',
  spam: (ticket) => ticket.status === 'spam',
};

function fitsAssignee(ticket: Ticket, wanted: string, me: string): boolean {
  if (wanted === 'none') {
    return ticket.assignee === null;
  }
  return ticket.assignee?.id === (wanted === 'me' ? me : wanted);
}

const refFields = ['requester', 'organization', 'team', 'category'] as const;
const wordFields = ['status', 'priority', 'type'] as const;

/** Whether a changed ticket stands in a list; `unknown` for a view whose rule only the server has. */
export function belongs(ticket: Ticket, filter: TicketFilter, me: string): boolean | 'unknown' {
  const fits =
    !ticket.mergedInto &&
    refFields.every((field) => !filter[field] || ticket[field]?.id === filter[field]) &&
    wordFields.every(
      (field) => !filter[field] || filter[field].split(',').includes(ticket[field]),
    ) &&
    (!filter.tag || ticket.tags.includes(filter.tag.toLowerCase())) &&
    (!filter.assignee || fitsAssignee(ticket, filter.assignee, me));
  if (!fits || !filter.view) {
    // What is in spam shows only to whoever asks for it by name.
    return fits && (filter.status !== undefined || ticket.status !== 'spam');
  }
  return viewRules[filter.view]?.(ticket, me) ?? 'unknown';
}

function comesBefore(a: Ticket, b: Ticket, sort: TicketFilter['sort']): boolean {
  if (sort === 'created') {
    return a.createdAt > b.createdAt;
  }
  return a.updatedAt >= b.updatedAt;
}

function without(pages: Page<Ticket>[], id: string): Page<Ticket>[] {
  return pages.map((page) =>
    page.items.some((ticket) => ticket.id === id)
      ? { ...page, items: page.items.filter((ticket) => ticket.id !== id) }
      : page,
  );
}

function inserted(
  pages: Page<Ticket>[],
  ticket: Ticket,
  sort: TicketFilter['sort'],
): Page<Ticket>[] {
  for (const [at, page] of pages.entries()) {
    const place = page.items.findIndex((other) => comesBefore(ticket, other, sort));
    const isEnd = at === pages.length - 1 && page.next === null;
    if (place >= 0 || isEnd) {
      const items = page.items.toSpliced(place >= 0 ? place : page.items.length, 0, ticket);
      return pages.with(at, { ...page, items });
    }
  }
  // It stands behind what is loaded; scrolling will bring it.
  return pages;
}

/** The list with the ticket as it is now: moved, brought in, taken out, or untouched. */
export function patched(
  list: TicketPages,
  ticket: Ticket,
  rule: { filter: TicketFilter; me: string },
): TicketPages {
  const known = list.pages.flatMap((page) => page.items).find((other) => other.id === ticket.id);
  if (known && known.version > ticket.version) {
    return list;
  }
  const stands = belongs(ticket, rule.filter, rule.me);
  if (!known && stands !== true) {
    return list;
  }
  const rest = without(list.pages, ticket.id);
  return { ...list, pages: stands === false ? rest : inserted(rest, ticket, rule.filter.sort) };
}
