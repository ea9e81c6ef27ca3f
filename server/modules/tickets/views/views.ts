import { z } from 'zod';
import { line } from '../../../kernel/text.ts';
import { Ref } from '../../customers/public.ts';
import { ownFieldRef } from '../schema.ts';
import { SortOrder, TicketFilter, TicketSort } from '../filter.ts';

/** What a wide list may show beside number and subject; own fields too. */
const Column = z.union([
  z
    .enum([
      'requester',
      'organization',
      'assignee',
      'team',
      'priority',
      'type',
      'category',
      'channel',
      'tags',
      'region',
      'created',
      'updated',
    ])
    .meta({ id: 'ViewColumn' }),
  ownFieldRef,
]);

export const Sharing = z.enum(['own', 'team', 'everybody']);

export const viewParts = {
  name: line({ min: 1, max: 80 }),
  sharing: Sharing,
  filter: TicketFilter,
  sort: TicketSort,
  order: SortOrder,
  columns: z
    .array(Column)
    .max(24)
    .transform((columns) => [...new Set(columns)]),
};

export const View = z
  .object({
    id: z.string(),
    /** Of a built-in view; its name is the client's word. */
    key: z.string().nullable(),
    name: z.string().nullable(),
    sharing: z.enum(['built_in', 'own', 'team', 'everybody']),
    owner: Ref.nullable(),
    team: Ref.nullable(),
    filter: TicketFilter,
    sort: TicketSort,
    order: SortOrder,
    columns: z.array(Column),
    position: z.int(),
    mayChange: z.boolean(),
    version: z.int(),
    /** Null: it reaches beyond open work by more than status, team and assignee, so it is not counted. */
    count: z.int().nullable(),
  })
  .meta({ id: 'View' });
export type View = z.infer<typeof View>;
export type UncountedView = Omit<View, 'count'>;

const builtIn = (position: number, key: string, filter: TicketFilter): UncountedView => ({
  id: `00000000-0000-7000-8000-00000000000${position}`,
  key,
  name: null,
  sharing: 'built_in',
  owner: null,
  team: null,
  filter,
  sort: 'updated',
  order: 'desc',
  columns: [],
  position,
  mayChange: false,
  version: 1,
});

/** The views that everybody has. Ids are fixed, so links to them are the same everywhere. */
export const builtInViews: readonly UncountedView[] = [
  builtIn(1, 'mine', { status: ['any_open'], assignee: ['me'] }),
  builtIn(2, 'unassigned', { status: ['any_open'], assignee: ['none'] }),
  builtIn(3, 'open', { status: ['any_open'] }),
  builtIn(4, 'solved', { status: ['solved', 'closed'] }),
  builtIn(5, 'spam', { status: ['spam'] }),
  builtIn(6, 'snoozed', { status: ['any_open'], snoozed: 'only' }),
];
