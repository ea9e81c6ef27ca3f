import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database, Reader } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { exportRoute, type OwnColumn } from '../../../kernel/export-route.ts';
import type { Route } from '../../../kernel/routes.ts';
import { line } from '../../../kernel/text.ts';
import { filterQuery, SortOrder, TicketSort } from '../filter.ts';
import { listTickets } from '../queries/list-tickets.ts';
import type { Ticket } from '../schema.ts';
import { headings } from './headings.data.ts';

const pageSize = 200;

const orEmpty = (text: string | null | undefined): string => text ?? '';

const cellsOf = (ticket: Ticket): string[] => [
  String(ticket.number),
  ticket.subject,
  ticket.status,
  orEmpty(ticket.ownStatus?.name),
  ticket.priority,
  ticket.type,
  orEmpty(ticket.category?.name),
  ticket.requester.name,
  orEmpty(ticket.requester.email),
  orEmpty(ticket.organization?.name),
  orEmpty(ticket.team?.name),
  orEmpty(ticket.assignee?.name),
  ticket.tags.join(', '),
  ticket.channel.kind,
  orEmpty(ticket.region),
  String(ticket.messageCount),
  ticket.createdAt,
  ticket.updatedAt,
  orEmpty(ticket.firstRespondedAt),
  orEmpty(ticket.solvedAt),
];

const input = z.strictObject({
  view: line({ max: 60 }).optional(),
  ...filterQuery,
  sort: TicketSort.optional(),
  order: SortOrder.optional(),
});
type Asked = z.infer<typeof input>;

type Locale = 'ru' | 'en';
/** What a company writes down about its tickets, as columns. */
export type OwnColumns = (
  db: Reader,
  workspaceId: string,
  locale: Locale,
) => Promise<readonly OwnColumn<Ticket>[]>;

type Parts = {
  readonly db: Database;
  readonly executor: () => Executor;
  readonly clock: Clock;
  readonly ownColumns?: OwnColumns;
};

/** What a list shows, to its end, of the tickets that whoever asks may see. */
export const exportTicketsRoute = (parts: Parts): Route =>
  exportRoute<Asked, Ticket>(parts.executor, {
    at: 'GET /tickets/export',
    of: 'tickets',
    summary: 'Tickets of a view or a filter as CSV, noted in the audit log and marked',
    permission: 'export.tickets',
    input,
    headings,
    marked: 1,
    own: ({ workspaceId }, locale) =>
      parts.db.read(
        workspaceId,
        async (reader) => (await parts.ownColumns?.(reader, workspaceId, locale)) ?? [],
      ),
    pages: (actor, asked, own) => pagesOf(parts, actor, { asked, own }),
  });

type Pages = { readonly asked: Asked; readonly own: readonly OwnColumn<Ticket>[] };

async function* pagesOf({ db, clock }: Parts, actor: Actor, { asked, own }: Pages) {
  const now = clock();
  let after: string | undefined;
  do {
    const page = await db.read(actor.workspaceId, (reader) =>
      listTickets.run(
        { db: reader, actor, now },
        { ...asked, limit: pageSize, ...(after && { after }) },
      ),
    );
    yield page.items.map((ticket) => [...cellsOf(ticket), ...own.map(({ cell }) => cell(ticket))]);
    after = page.next ?? undefined;
  } while (after);
}
