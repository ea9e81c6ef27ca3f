import { cutAt } from '../../../../kernel/text.ts';
import { cleanLine } from './clean-text.ts';
import { readMailboxes } from './header/addresses.ts';
import { readDate } from './header/dates.ts';
import { type RawField, fieldValue } from './header/header-block.ts';
import { headerText, unicodeOfRaw } from './header/header-text.ts';
import { readMessageId, readMessageIds } from './header/message-ids.ts';
import type { Letter, Mailbox } from './letter.ts';
import type { Defects, LetterLimits } from './limits.ts';

const MAX_ADDRESS_FIELD = 1_000_000;
const MAX_SUBJECT = 2000;
const MAX_RAW_SUBJECT = 20_000;

type HeaderReading = {
  readonly fields: readonly RawField[];
  readonly hint: string | null;
  readonly limits: LetterLimits;
  readonly defects: Defects;
};

type HeaderPart = Pick<
  Letter,
  | 'messageId'
  | 'inReplyTo'
  | 'references'
  | 'from'
  | 'sender'
  | 'replyTo'
  | 'to'
  | 'cc'
  | 'subject'
  | 'date'
  | 'headers'
>;

const allValues = ({ fields }: HeaderReading, name: string): string =>
  fields
    .filter((field) => field.name === name && field.value !== '')
    .map(({ value }) => value)
    .join(', ');

const mailboxes = (reading: HeaderReading, name: string): readonly Mailbox[] => {
  const { limits, defects, hint } = reading;
  const found: Mailbox[] = [];
  for (const { value } of reading.fields.filter((field) => field.name === name)) {
    const most = limits.maxRecipients + 1 - found.length;
    found.push(...readMailboxes(unicodeOfRaw(value.slice(0, MAX_ADDRESS_FIELD), hint), most));
    if (found.length > limits.maxRecipients || value.length > MAX_ADDRESS_FIELD) {
      defects.add('too_many_recipients');
      break;
    }
  }
  return found.slice(0, limits.maxRecipients);
};

/** The first with an address: `"Lighting " <>, "LTD" <ly@example.com>`. */
const oneMailbox = (reading: HeaderReading, name: string): Mailbox | null => {
  const found = mailboxes(reading, name);
  return found.find(({ address }) => address !== '') ?? found[0] ?? null;
};

const headerMap = (reading: HeaderReading): ReadonlyMap<string, readonly string[]> => {
  const { fields, hint, limits, defects } = reading;
  const map = new Map<string, string[]>();
  for (const { name, value } of fields) {
    if (value.length > limits.maxFieldLength) {
      defects.add('field_too_long');
    }
    const decoded = cleanLine(headerText(value.slice(0, limits.maxFieldLength), hint));
    const values = map.get(name);
    if (values === undefined) {
      map.set(name, [decoded]);
    } else {
      values.push(decoded);
    }
  }
  return map;
};

const instantOf = ({ fields }: HeaderReading): Date | null => {
  const stated = fieldValue(fields, 'date') ?? fieldValue(fields, 'delivery-date');
  const read = stated === null ? null : readDate(stated);
  if (read !== null) {
    return read;
  }
  // The last hop's stamp stands after the semicolon (RFC 5321 §4.4).
  const received = fieldValue(fields, 'received');
  return received === null || !received.includes(';') ? null : readDate(received);
};

export const readLetterHeaders = (reading: HeaderReading): HeaderPart => {
  const { fields, hint } = reading;
  const subject = cleanLine(
    headerText((fieldValue(fields, 'subject') ?? '').slice(0, MAX_RAW_SUBJECT), hint),
  );
  return {
    messageId: readMessageId(fieldValue(fields, 'message-id') ?? ''),
    inReplyTo: readMessageIds(allValues(reading, 'in-reply-to')),
    references: readMessageIds(allValues(reading, 'references')),
    from: oneMailbox(reading, 'from'),
    sender: oneMailbox(reading, 'sender'),
    replyTo: mailboxes(reading, 'reply-to'),
    to: mailboxes(reading, 'to'),
    cc: mailboxes(reading, 'cc'),
    subject: cutAt(subject, MAX_SUBJECT),
    date: instantOf(reading),
    headers: headerMap(reading),
  };
};
