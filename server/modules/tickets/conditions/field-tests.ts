import type { TicketState } from '../rules/ticket.ts';
import { openStatuses } from '../schema.ts';
import { withBelow, type CategoryTree } from './category-tree.ts';
import type { FieldCondition } from './condition.ts';
import { readingsOf, type ConditionSubject, type Texts } from './subject.ts';
import { folded, hasPhrase, phraseOf, type Phrase, type ReadText } from './words.ts';
import { hoursTest, placeReader } from './zoned-hours.ts';

export type Test = (subject: ConditionSubject) => boolean;
export type CompileOptions = { readonly timeZone: string; readonly categories: CategoryTree };

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
  slaPolicy: ({ facts }) => facts.sla?.policyId ?? null,
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

type Places = (subject: ConditionSubject) => Texts;

const places: Record<string, Places> = {
  subject: (subject) => readingsOf(subject).subject,
  message: (subject) => readingsOf(subject).message,
  text: (subject) => readingsOf(subject).text,
};

/** A text that holds no word at all ("!!!") is looked for as it is. */
type Wanted = { readonly phrase: Phrase; readonly plain: string };
const isIn = ({ phrase, plain }: Wanted, text: ReadText): boolean =>
  phrase.length > 0 ? hasPhrase(text, phrase) : text.plain.includes(plain);

/** Loops, since this is asked of every ticket by every rule and a closure for each word costs more than the look. */
function isAnyIn(wanted: readonly Wanted[], texts: Texts): boolean {
  for (const each of wanted) {
    for (const text of texts) {
      if (isIn(each, text)) {
        return true;
      }
    }
  }
  return false;
}

function wordsTest({ field, operator, values = [] }: FieldCondition): Test {
  const read = places[field] as Places;
  const wanted = values.map((value) => ({ phrase: phraseOf(value), plain: wantedText(value) }));
  const found = (subject: ConditionSubject, each: Wanted) =>
    read(subject).some((text) => isIn(each, text));
  switch (operator) {
    case 'every':
      return (subject) => wanted.every((each) => found(subject, each));
    case 'none':
      return (subject) => !wanted.some((each) => found(subject, each));
    case 'contains':
      return (subject) =>
        read(subject).some((text) => wanted.some(({ plain }) => text.plain.includes(plain)));
    case 'in':
      return (subject) =>
        read(subject).some((text) => wanted.some(({ plain }) => text.plain.trim() === plain));
    default:
      return remembering(read, (texts) => isAnyIn(wanted, texts));
  }
}

/** One letter is asked for again in every round of decisions; its answer stays while the texts are the same. */
function remembering(read: Places, test: (texts: Texts) => boolean): Test {
  let last: Texts | null = null;
  let holds = false;
  return (subject) => {
    const texts = read(subject);
    if (texts !== last) {
      holds = test(texts);
      last = texts;
    }
    return holds;
  };
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

function addressTest({ operator, values = [] }: FieldCondition): Test {
  const wanted = values.map((value) => lower(value).trim().replace(/^@/, ''));
  const fits = ({ facts }: ConditionSubject) =>
    facts.requester.emails.some((given) => {
      const address = lower(given);
      return wanted.some((each) =>
        each.includes('@')
          ? address === each
          : address.endsWith(`@${each}`) || address.endsWith(`.${each}`),
      );
    });
  return operator === 'in' ? fits : (subject) => !fits(subject);
}

/** How a number begins: "+7 495", "8 812"; "+86" is another country. */
function phoneTest({ operator, values = [] }: FieldCondition): Test {
  const wanted = values.map(startOfPhone);
  const fits = ({ facts }: ConditionSubject) =>
    facts.requester.phones.some((phone) => {
      const digits = phone.replaceAll(/\D/g, '');
      return wanted.some((start) => start !== '' && digits.startsWith(start));
    });
  return operator === 'in' ? fits : (subject) => !fits(subject);
}

function startOfPhone(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return text.trim().startsWith('+') ? digits : digits.replace(/^8(?=\d{3})/, '7');
}

function numberTest({ operator, values = [] }: FieldCondition): Test {
  const bound = Number(values[0]);
  return operator === 'at_least'
    ? ({ facts }) => facts.requester.vipLevel >= bound
    : ({ facts }) => facts.requester.vipLevel <= bound;
}

function arrivalTest({ operator, hours }: FieldCondition, { timeZone }: CompileOptions): Test {
  const fits = hours ? hoursTest(hours) : () => false;
  const place = placeReader(timeZone);
  return operator === 'in'
    ? ({ ticket }) => fits(place(ticket.createdAt))
    : ({ ticket }) => !fits(place(ticket.createdAt));
}

function workingTimeTest({ operator, values = [] }: FieldCondition): Test {
  const fits = ({ facts }: ConditionSubject) => values.some((id) => facts.openCalendars?.has(id));
  return operator === 'in' ? fits : (subject) => !fits(subject);
}

function statesTest({ operator, values = [] }: FieldCondition): Test {
  const wanted = new Set(values);
  const fits = ({ facts }: ConditionSubject) =>
    facts.sla ? [...facts.sla.states].some((state) => wanted.has(state)) : wanted.has('none');
  return operator === 'in' ? fits : (subject) => !fits(subject);
}

/** A ticket that nothing is due for is neither soon due nor far from it. */
function minutesTest({ operator, values = [] }: FieldCondition): Test {
  const boundMs = Number(values[0]) * 60_000;
  return ({ facts, now }) => {
    const dueAt = facts.sla?.dueAt;
    const leftMs = dueAt ? dueAt.getTime() - now.getTime() : Number.NaN;
    return operator === 'at_most' ? leftMs <= boundMs : leftMs >= boundMs;
  };
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
