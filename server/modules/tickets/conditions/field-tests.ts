import type { TicketState } from '../rules/ticket.ts';
import { openStatuses } from '../schema.ts';
import type { CompileOptions, Test } from './asking.ts';
import { withBelow } from './category-tree.ts';
import type { FieldCondition } from './condition-tree.ts';
import {
  addressTest,
  arrivalTest,
  minutesTest,
  numberTest,
  phoneTest,
  statesTest,
  workingTimeTest,
} from './fact-tests.ts';
import { slaOf, type ConditionSubject } from './subject.ts';
import { wordsTest } from './word-tests.ts';
import { folded } from './words.ts';

type Single = (subject: ConditionSubject) => string | null;

const ofTicket =
  (name: keyof TicketState): Single =>
  ({ ticket }) =>
    (ticket[name] as string | null) ?? null;

const singles: Record<string, Single> = {
  status: ofTicket('status'),
  ownStatus: ofTicket('ownStatusId'),
  type: ofTicket('type'),
  priority: ofTicket('priority'),
  impact: ofTicket('impact'),
  urgency: ofTicket('urgency'),
  category: ofTicket('categoryId'),
  team: ofTicket('teamId'),
  assignee: ofTicket('assigneeId'),
  requester: ofTicket('requesterId'),
  organization: ofTicket('organizationId'),
  mailbox: ofTicket('channelId'),
  channel: ofTicket('channelKind'),
  region: ({ ticket }) => (ticket.region === null ? null : folded(ticket.region)),
  branch: ({ facts }) => facts.requester.branchId,
  language: ({ facts }) => facts.requester.locale,
  automatic: ({ facts }) => (facts.automatic ? 'yes' : 'no'),
  slaPolicy: (subject) => slaOf(subject)?.policyId ?? null,
  snoozed: ({ ticket }) => (ticket.snooze === null ? 'no' : 'yes'),
};

const levels = ['low', 'normal', 'high', 'urgent'];

/** Filled, empty, one of, none of, at least, at most: of a field that holds one value. */
function singleTest(
  { field, operator, values = [] }: FieldCondition,
  { categories }: CompileOptions,
): Test {
  const read = singles[field] as Single;
  if (operator === 'at_least' || operator === 'at_most') {
    return levelTest(read, operator, levels.indexOf(values[0] ?? ''));
  }
  const named = wantedOf(field, values);
  const wanted = field === 'category' ? withBelow(categories, named) : named;
  switch (operator) {
    case 'empty':
      return (subject) => !read(subject);
    case 'filled':
      return (subject) => Boolean(read(subject));
    case 'contains':
      return (subject) => [...wanted].some((part) => read(subject)?.includes(part));
    case 'not_in':
      return (subject) => !wanted.has(read(subject) ?? '');
    default:
      return (subject) => wanted.has(read(subject) ?? '');
  }
}

const wantedOf = (field: string, values: readonly string[]): ReadonlySet<string> =>
  new Set(
    values.flatMap((value) => {
      const isOpen = field === 'status' && value === 'any_open';
      return isOpen ? openStatuses : [field === 'region' ? wantedText(value) : knownValue(value)];
    }),
  );

/** An id may be written in capitals; words that the product knows never are. */
const knownValue = (value: string) => value.toLowerCase();
const wantedText = (value: string) => folded(value.trim());

function levelTest(read: Single, operator: 'at_least' | 'at_most', bound: number): Test {
  return (subject) => {
    const value = read(subject);
    const at = levels.indexOf(value ?? '');
    return value !== null && (operator === 'at_least' ? at >= bound : at <= bound);
  };
}

const lower = (value: string) => value.toLowerCase();

function tagsTest({ operator, values = [] }: FieldCondition): Test {
  const wanted = values.map((value) => lower(value).trim());
  const has = ({ ticket }: ConditionSubject, tag: string) => ticket.tags.includes(tag);
  switch (operator) {
    case 'empty':
      return ({ ticket }) => ticket.tags.length === 0;
    case 'filled':
      return ({ ticket }) => ticket.tags.length > 0;
    case 'every':
      return (subject) => wanted.every((tag) => has(subject, tag));
    case 'none':
      return (subject) => !wanted.some((tag) => has(subject, tag));
    default:
      return (subject) => wanted.some((tag) => has(subject, tag));
  }
}

function ownTest({ name = '', operator, values = [] }: FieldCondition): Test {
  const wanted = values.map(wantedText);
  const isWanted = (text: string) => wanted.some((each) => isSame(folded(text), each));
  const read = ({ ticket }: ConditionSubject): string[] =>
    Object.hasOwn(ticket.fields, name) ? textsOf(ticket.fields[name]) : [];
  const bound = values[0] ?? '';
  switch (operator) {
    case 'empty':
      return (subject) => read(subject).length === 0;
    case 'filled':
      return (subject) => read(subject).length > 0;
    case 'contains':
      return (subject) =>
        read(subject).some((text) => wanted.some((part) => folded(text).includes(part)));
    case 'at_least':
      return (subject) => read(subject).some((text) => order(text, bound) >= 0);
    case 'at_most':
      return (subject) => read(subject).some((text) => order(text, bound) <= 0);
    case 'not_in':
      return (subject) => !read(subject).some(isWanted);
    default:
      return (subject) => read(subject).some(isWanted);
  }
}

const textsOf = (value: unknown): string[] =>
  [value]
    .flat()
    .filter((each) => each !== null && each !== undefined && each !== '')
    .map(String);

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** "15.50" is 15.5. */
const isSame = (value: string, wanted: string): boolean =>
  value === wanted || numberOf(value) === numberOf(wanted);

/** Numbers as numbers, dates as they are written; not to be compared: NaN. */
function order(value: string, bound: string): number {
  const [a, b] = [numberOf(value), numberOf(bound)];
  if (Number.isFinite(b)) {
    return a - b;
  }
  return value < bound ? -1 : Number(value > bound);
}

export const testsByKind = {
  choice: singleTest,
  level: singleTest,
  ref: singleTest,
  text: singleTest,
  tags: tagsTest,
  words: wordsTest,
  own: ownTest,
  address: addressTest,
  phone: phoneTest,
  number: numberTest,
  hours: arrivalTest,
  calendar: workingTimeTest,
  states: statesTest,
  minutes: minutesTest,
} as const;
