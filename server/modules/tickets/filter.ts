import { z } from 'zod';
import { commaList } from '../../kernel/query-list.ts';
import { id, isStorable, line, time } from '../../kernel/text.ts';
import { Priority, Status, TicketType } from './schema.ts';

/** Words of a filter: `me`, `mine` and `none` beside ids, and moments as times or as ages ("7d", "12h", "30m" ago). */
const none = z.literal('none');
const assignee = z.union([z.literal('me'), none, id()]);
const team = z.union([z.literal('mine'), none, id()]);
const idOrNone = z.union([none, id()]);
const moment = z.union([time(), z.string().regex(/^\d{1,4}[mhd]$/, { message: 'not_moment' })]);
const tag = line({ min: 1, max: 60 });
const region = line({ min: 1, max: 120 });
const writer = z.enum(['customer', 'agent', 'system']);
/** `serial:КТ-11`: the own field of that name holds that text. */
const field = z
  .string()
  .max(200)
  .refine((value) => isStorable(value) && /^[a-zA-Z][a-zA-Z0-9_]{0,59}:./su.test(value), {
    message: 'not_field_condition',
  })
  .meta({ pattern: String.raw`^[a-zA-Z][a-zA-Z0-9_]{0,59}:[^\u0000]+$` });

/** What is put aside until later: open work is asked for without it unless said otherwise. */
const snoozed = z.enum(['without', 'only', 'with']);
const statusOrOpen = z.union([Status, z.literal('any_open')]);
const somebody = z.union([z.literal('me'), id()]);
/** `first`: nobody has answered yet; `last`: the customer's word is the last one. */
const unanswered = z.enum(['first', 'last']);
/** Of the clock that is due first; the one that is overdue is due too. One that stands is not. */
const due = z.enum(['late', 'hour', 'day']);
const single = {
  unanswered: unanswered.optional(),
  /** Overdue, or due within an hour or a day. */
  due: due.optional(),
  /** A file beside its messages; pictures inside of texts do not count. */
  attachment: z.enum(['yes', 'no']).optional(),
  createdAfter: moment.optional(),
  createdBefore: moment.optional(),
  updatedAfter: moment.optional(),
  updatedBefore: moment.optional(),
  snoozed: snoozed.optional(),
};

/** As in the address of a list: several values of one parameter are separated by commas or the parameter is repeated. */
export const filterQuery = {
  status: commaList(statusOrOpen).optional(),
  assignee: commaList(assignee).optional(),
  team: commaList(team).optional(),
  requester: commaList(id()).optional(),
  organization: commaList(idOrNone).optional(),
  priority: commaList(Priority).optional(),
  type: commaList(TicketType).optional(),
  category: commaList(idOrNone).optional(),
  ownStatus: commaList(idOrNone).optional(),
  channel: commaList(idOrNone).optional(),
  tag: commaList(tag).optional(),
  region: commaList(region).optional(),
  lastMessageBy: commaList(writer).optional(),
  follower: commaList(somebody).optional(),
  createdBy: commaList(somebody).optional(),
  ...single,
  /** Not split at commas: they may belong to what is looked for. */
  field: z
    .union([field, z.array(field).max(5)])
    .transform((value) => [value].flat())
    .optional(),
};

const several = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(20).optional();

/** The same as JSON: of a saved view, of a bulk act. */
export const TicketFilter = z
  .strictObject({
    status: several(statusOrOpen),
    assignee: several(assignee),
    team: several(team),
    requester: several(id()),
    organization: several(idOrNone),
    priority: several(Priority),
    type: several(TicketType),
    category: several(idOrNone),
    ownStatus: several(idOrNone),
    channel: several(idOrNone),
    tag: several(tag),
    region: several(region),
    lastMessageBy: several(writer),
    follower: several(somebody),
    createdBy: several(somebody),
    field: z.array(field).min(1).max(5).optional(),
    ...single,
  })
  .meta({ id: 'TicketFilter' });
export type TicketFilter = z.infer<typeof TicketFilter>;

export const TicketSort = z.enum(['updated', 'created', 'priority', 'number']);
export const SortOrder = z.enum(['asc', 'desc']);
export type TicketSort = z.infer<typeof TicketSort>;
export type SortOrder = z.infer<typeof SortOrder>;

/** "12h" before `now`, or the time itself. */
export function momentOf(said: string, now: Date): Date {
  const age = /^(\d+)([mhd])$/.exec(said);
  if (!age) {
    return new Date(said);
  }
  const minutes = { m: 1, h: 60, d: 1440 }[age[2] as 'm' | 'h' | 'd'];
  return new Date(now.getTime() - Number(age[1]) * minutes * 60_000);
}
