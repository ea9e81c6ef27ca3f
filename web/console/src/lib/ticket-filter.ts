import type { components } from '../../../../contracts/client.ts';
import type { Ticket, View } from './api-types.ts';

/** Conditions of a list, as they stand in its address: several values of one are separated by commas. */
export const filterNames = [
  'status',
  'ownStatus',
  'assignee',
  'team',
  'priority',
  'type',
  'category',
  'tag',
  'requester',
  'organization',
  'channel',
  'region',
  'lastMessageBy',
  'unanswered',
  'due',
  'follower',
  'createdBy',
  'attachment',
  'createdAfter',
  'createdBefore',
  'updatedAfter',
  'updatedBefore',
  'snoozed',
  'field',
] as const;
export type FilterName = (typeof filterNames)[number];
export type TicketSort = View['sort'];
export type SortOrder = View['order'];
export type TicketFilter = { [Name in FilterName]?: string | undefined } & {
  view?: string | undefined;
  sort?: TicketSort | undefined;
  order?: SortOrder | undefined;
};
export type ViewFilter = components['schemas']['TicketFilter'];

/** What only the one who looks knows: who they are, in which teams, and what their views ask. */
export type Looker = {
  readonly me: string;
  readonly teamIds?: readonly string[] | undefined;
  readonly views?: readonly Pick<View, 'id' | 'key' | 'filter' | 'sort' | 'order'>[] | undefined;
};

const open = { status: 'any_open' };
/** The built-in views, known before the server has told them. */
const builtIn: Record<string, TicketFilter> = {
  mine: { ...open, assignee: 'me' },
  unassigned: { ...open, assignee: 'none' },
  open,
  solved: { status: 'solved,closed' },
  snoozed: { ...open, snoozed: 'only' },
  spam: { status: 'spam' },
};

const single = new Set<string>([
  'createdAfter',
  'createdBefore',
  'updatedAfter',
  'updatedBefore',
  'snoozed',
  'unanswered',
  'due',
  'attachment',
  'field',
]);

export function filterOfView(filter: ViewFilter): TicketFilter {
  const parts = Object.entries(filter).map(([name, value]) => [
    name,
    Array.isArray(value) ? (name === 'field' ? value[0] : value.join(',')) : value,
  ]);
  return Object.fromEntries(parts) as TicketFilter;
}

/** The same as JSON, for the server to keep. */
export function viewFilterOf(filter: TicketFilter): ViewFilter {
  const parts = filterNames
    .filter((name) => filter[name])
    .map((name) => {
      const text = filter[name] ?? '';
      return [name, name === 'field' ? [text] : single.has(name) ? text : text.split(',')];
    });
  return Object.fromEntries(parts) as ViewFilter;
}

/** With the view's own conditions and order written out. Null: the view is not known here. */
export function resolved(filter: TicketFilter, { views }: Looker): TicketFilter | null {
  const { view: ref, ...asked } = filter;
  if (!ref) {
    return asked;
  }
  const view = views?.find(({ id, key }) => id === ref || key === ref);
  if (view) {
    const { sort, order } = view;
    const own = asked.sort ? {} : { sort, order };
    return { ...filterOfView(view.filter), ...own, ...asked };
  }
  return builtIn[ref] ? { ...builtIn[ref], ...asked } : null;
}

const unsolved = new Set<string>(['new', 'open', 'pending', 'on_hold']);
type Test = (ticket: Ticket, values: string[], looker: Looker) => boolean | 'unknown';

const oneOf =
  (of: (ticket: Ticket) => string | null | undefined): Test =>
  (ticket, values) =>
    values.includes(of(ticket) ?? 'none');

const since = (said: string): number => {
  const age = /^(\d+)([mhd])$/.exec(said);
  const minutes = { m: 1, h: 60, d: 1440 }[(age?.[2] ?? 'm') as 'm' | 'h' | 'd'];
  return age ? Date.now() - Number(age[1]) * minutes * 60_000 : Date.parse(said);
};
const after =
  (of: (ticket: Ticket) => string): Test =>
  (ticket, [said = '']) =>
    Date.parse(of(ticket)) >= since(said);
const before =
  (of: (ticket: Ticket) => string): Test =>
  (ticket, [said = '']) =>
    Date.parse(of(ticket)) < since(said);

function inTeams(ticket: Ticket, values: string[], { teamIds }: Looker): boolean | 'unknown' {
  if (values.includes(ticket.team?.id ?? 'none')) {
    return true;
  }
  if (!values.includes('mine') || !ticket.team) {
    return false;
  }
  return teamIds ? teamIds.includes(ticket.team.id) : 'unknown';
}

const tests: Record<FilterName, Test> = {
  status: ({ status }, values) =>
    values.includes(status) || (values.includes('any_open') && unsolved.has(status)),
  ownStatus: oneOf(({ ownStatus }) => ownStatus?.id),
  assignee: ({ assignee }, values, { me }) =>
    values.includes(assignee?.id ?? 'none') || (values.includes('me') && assignee?.id === me),
  team: inTeams,
  requester: oneOf(({ requester }) => requester.id),
  organization: oneOf(({ organization }) => organization?.id),
  // Its parts below are known to the server.
  category: (ticket, values) =>
    values.includes(ticket.category?.id ?? 'none') || (ticket.category !== null && 'unknown'),
  follower: () => 'unknown',
  createdBy: () => 'unknown',
  attachment: () => 'unknown',
  // It changes with the clock, and not with the ticket.
  due: () => 'unknown',
  unanswered: ({ firstRespondedAt, lastMessageBy }, [wanted]) =>
    wanted === 'first' ? firstRespondedAt === null : lastMessageBy === 'customer',
  channel: oneOf(({ channel }) => channel.id),
  priority: oneOf(({ priority }) => priority),
  type: oneOf(({ type }) => type),
  region: oneOf(({ region }) => region),
  lastMessageBy: oneOf(({ lastMessageBy }) => lastMessageBy),
  tag: ({ tags }, values) => values.some((value) => tags.includes(value.toLowerCase())),
  createdAfter: after(({ createdAt }) => createdAt),
  createdBefore: before(({ createdAt }) => createdAt),
  updatedAfter: after(({ updatedAt }) => updatedAt),
  updatedBefore: before(({ updatedAt }) => updatedAt),
  snoozed: ({ snoozedUntil }, [wanted]) =>
    wanted === 'with' || (wanted === 'only') === Boolean(snoozedUntil),
  field: ({ fields }, [condition = '']) => {
    const at = condition.indexOf(':');
    const held = fields[condition.slice(0, at)];
    return String(held ?? '')
      .toLowerCase()
      .includes(condition.slice(at + 1).toLowerCase());
  },
};

const isOfOpenWork = ({ status }: TicketFilter): boolean =>
  status !== undefined &&
  status.split(',').every((each) => each === 'any_open' || unsolved.has(each));

/** Merged into another, or in spam, or put aside, and not asked for by name. */
const isElsewhere = (ticket: Ticket, filter: TicketFilter): boolean =>
  ticket.mergedInto !== null ||
  (!filter.status && ticket.status === 'spam') ||
  (!filter.snoozed && isOfOpenWork(filter) && ticket.snoozedUntil !== null);

/** Whether a ticket stands in a list as it is now; `unknown` where only the server can say. */
export function belongs(ticket: Ticket, asked: TicketFilter, looker: Looker): boolean | 'unknown' {
  const filter = resolved(asked, looker);
  if (!filter) {
    return 'unknown';
  }
  if (isElsewhere(ticket, filter)) {
    return false;
  }
  let unsure = false;
  for (const name of filterNames) {
    const text = filter[name];
    if (text) {
      const values = single.has(name) ? [text] : text.split(',');
      const fits = tests[name](ticket, values, looker);
      if (fits === false) {
        return false;
      }
      unsure ||= fits === 'unknown';
    }
  }
  return unsure ? 'unknown' : true;
}
