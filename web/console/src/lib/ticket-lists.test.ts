import { describe, expect, it } from 'vitest';
import type { Ticket } from './api-types.ts';
import { belongs } from './ticket-filter.ts';
import { patchedAll, type TicketPages } from './ticket-lists.ts';

const ticket = (number: number, over: Partial<Ticket> = {}): Ticket => ({
  id: `t${number}`,
  number,
  type: 'question',
  subject: `Заявка ${number}`,
  status: 'open',
  ownStatus: null,
  priority: 'normal',
  category: null,
  channel: { id: null, kind: 'email' },
  requester: { id: 'p1', name: 'Анна', email: null },
  organization: null,
  team: null,
  assignee: null,
  tags: [],
  createdAt: `2026-11-21T10:00:0${number}Z`,
  updatedAt: `2026-11-21T10:00:0${number}Z`,
  lastMessageAt: `2026-11-21T10:00:0${number}Z`,
  lastMessageBy: 'customer',
  impact: null,
  urgency: null,
  region: null,
  fields: {},
  firstRespondedAt: null,
  solvedAt: null,
  clock: null,
  firstResponseDueAt: null,
  resolutionDueAt: null,
  snoozedUntil: null,
  mergedInto: null,
  preview: '',
  messageCount: 1,
  version: 1,
  ...over,
});

const list = (tickets: Ticket[], next: string | null = null): TicketPages => ({
  pages: [{ items: tickets, next }],
  pageParams: [null],
});
const patched = (pages: TicketPages, one: Ticket, rule: Parameters<typeof patchedAll>[2]) =>
  patchedAll(pages, [one], rule);
const numbers = (pages: TicketPages) =>
  pages.pages.flatMap((page) => page.items.map((each) => each.number));
const open = { filter: { view: 'open' }, me: 'u1' };

describe('a live list', () => {
  it('takes in a new ticket at its place', () => {
    expect(numbers(patched(list([ticket(3), ticket(1)]), ticket(2), open))).toEqual([3, 2, 1]);
  });
  it('moves a ticket that changed to the top', () => {
    const changed = ticket(1, { version: 2, updatedAt: '2026-11-21T11:00:00Z' });
    expect(numbers(patched(list([ticket(3), ticket(1)]), changed, open))).toEqual([1, 3]);
  });
  it('lets go of a ticket that was solved', () => {
    const solved = ticket(1, { version: 2, status: 'solved' });
    expect(numbers(patched(list([ticket(3), ticket(1)]), solved, open))).toEqual([3]);
  });
  it('ignores news that is older than what is shown', () => {
    const shown = list([ticket(1, { version: 5 })]);
    expect(patched(shown, ticket(1, { version: 4, status: 'closed' }), open)).toBe(shown);
  });
  it('leaves a ticket that stands behind the loaded pages to scrolling', () => {
    expect(numbers(patched(list([ticket(3), ticket(2)], 'more'), ticket(1), open))).toEqual([3, 2]);
  });
  it('knows mine, nobody’s and the filters of the address', () => {
    const mine = ticket(1, { assignee: { id: 'u1', name: 'Я' }, tags: ['касса'] });
    expect(belongs(mine, { view: 'mine' }, { me: 'u1' })).toBe(true);
    expect(belongs(mine, { view: 'mine' }, { me: 'u2' })).toBe(false);
    expect(belongs(mine, { assignee: 'none' }, { me: 'u1' })).toBe(false);
    expect(belongs(mine, { tag: 'касса', status: 'open,new' }, { me: 'u1' })).toBe(true);
    expect(belongs(mine, { view: 'b7a1' }, { me: 'u1' })).toBe('unknown');
  });
  it('stays quick with ten thousand rows in the cache', () => {
    const many = list(
      Array.from({ length: 10_000 }, (_, at) => ticket(1, { id: `x${at}`, number: at })),
    );
    const started = performance.now();
    patched(many, ticket(9, { id: 'x9999' }), open);
    expect(performance.now() - started).toBeLessThan(50);
  });
});
