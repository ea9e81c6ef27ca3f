import { z } from 'zod';
import { pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, line } from '../../../kernel/text.ts';
import { filterQuery, SortOrder, TicketSort } from '../filter.ts';
import { Ticket } from '../schema.ts';
import { visibleTo } from '../visibility.ts';
import { conditionsOf, isOfOpenWork } from './filter-conditions.ts';
import { selectPage, toTicket, withSharedNames } from './read-ticket.ts';
import { viewByRef } from '../views/queries/read-views.ts';
import { afterCursor, cursorOf, orderOf } from './ticket-order.ts';

export const listTickets = defineQuery({
  name: 'tickets.list',
  permission: 'ticket.read',
  input: z.strictObject({
    ...pageInput,
    /** Id or key of a view; what is asked beside it takes the place of the same condition of the view. */
    view: line({ max: 60 }).optional(),
    ...filterQuery,
    /** Only these, e.g. what a search has found. */
    ids: z
      .string()
      .max(4_000)
      .meta({ pattern: '^[0-9a-fA-F-]{36}(,[0-9a-fA-F-]{36})*$' })
      .transform((value) => value.split(','))
      .pipe(z.array(id()).min(1).max(100))
      .optional(),
    sort: TicketSort.optional(),
    order: SortOrder.optional(),
  }),
  output: pageOf(Ticket),

  async run({ db, actor, now }, { limit, after, view: ref, sort, order, ids, ...asked }) {
    const view = ref === undefined ? null : await viewByRef(db, actor, ref);
    const filter = { ...view?.filter, ...asked };
    const wanted = { ...orderBy({ sort, order }, view), onlyOpen: isOfOpenWork(filter) };
    let query = selectPage(db, actor).where(visibleTo(actor));
    for (const condition of conditionsOf(filter, { actor, now })) {
      query = query.where(condition);
    }
    if (ids) {
      query = query.where('ticket.id', 'in', ids);
    }
    if (after) {
      query = query.where(afterCursor(after, wanted));
    }
    const inOrder = orderOf(wanted);
    const page = query.orderBy(inOrder).limit(limit + 1);
    const rows = await withSharedNames(db, actor, page).orderBy(inOrder).execute();
    return toPage(rows, limit, {
      item: (row) => toTicket(row),
      cursor: (row) => cursorOf(row, wanted),
    });
  },
});

type Order = { sort?: TicketSort | undefined; order?: SortOrder | undefined };

/** A view's own order, unless another is asked for; that one's direction is then not the view's. */
function orderBy(asked: Order, view: Required<Order> | null) {
  const own = view ?? { sort: 'updated' as const, order: 'desc' as const };
  return asked.sort
    ? { sort: asked.sort, order: asked.order ?? ('desc' as const) }
    : { sort: own.sort as TicketSort, order: asked.order ?? (own.order as SortOrder) };
}
