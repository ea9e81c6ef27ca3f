import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letter, Mailbox } from '../../server/modules/channels/email/letter/letter.ts';
import { readDate } from '../../server/modules/channels/email/letter/header/dates.ts';
import { parseLetter } from '../../server/modules/channels/email/letter/parse-letter.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';
import { agreesWithLosses, filesUnder, plainLine } from '../mail-files.ts';

type StalwartMailbox = { readonly name: string | null; readonly address: string | null };
type StalwartValue = string | Readonly<Record<string, unknown>>;
type StalwartField = { readonly name: string | object; readonly value: StalwartValue };
type StalwartLetter = {
  readonly parts: readonly { readonly headers: readonly StalwartField[] }[];
};

/** Field of the type Letter by the name of a field in these files. */
const addressFields = ['from', 'to', 'cc', 'sender', 'reply_to'] as const;
type AddressField = (typeof addressFields)[number];

const mailboxesOf = (letter: Letter, field: AddressField): readonly Mailbox[] => {
  switch (field) {
    case 'from':
      return letter.from === null ? [] : [letter.from];
    case 'sender':
      return letter.sender === null ? [] : [letter.sender];
    case 'reply_to':
      return letter.replyTo;
    default:
      return letter[field];
  }
};

type Group = { readonly name: string | null; readonly addresses: readonly StalwartMailbox[] };

/** `{"List": […]}` or `{"Group": [{name, addresses}]}`; a desk has no groups, only who is in them. */
const expectedMailboxes = (value: StalwartValue): readonly StalwartMailbox[] => {
  const { Address: address } = value as { Address?: { List?: StalwartMailbox[]; Group?: Group[] } };
  return address?.List ?? address?.Group?.flatMap(({ addresses }) => addresses) ?? [];
};

const sameMailbox = (expected: StalwartMailbox, found: Mailbox | undefined): boolean =>
  found !== undefined &&
  plainLine(expected.address ?? '') === found.address &&
  agreesWithLosses(expected.name ?? '', found.name);

const sameMailboxes = (expected: readonly StalwartMailbox[], found: readonly Mailbox[]): boolean =>
  expected.length === found.length &&
  expected.every((mailbox, at) => sameMailbox(mailbox, found[at]));

const textValue = (value: StalwartValue): string | null => {
  const text = typeof value === 'object' ? value['Text'] : null;
  return typeof text === 'string' ? text : null;
};

/** NAME.json is for NAME.eml as it is, NAME.crlf.json for the same with CRLF line ends. */
const readLetterFor = async (jsonPath: string): Promise<Letter | null> => {
  const mailPath = jsonPath.replace(/(?:\.crlf)?\.json$/, '.eml');
  if (!existsSync(mailPath)) {
    return null;
  }
  const raw = await readFile(mailPath);
  const isCrlf = jsonPath.endsWith('.crlf.json');
  const octets = isCrlf
    ? Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1')
    : raw;
  return parseLetter(octets);
};

type Tallies = {
  readonly addresses: ReturnType<typeof newTally>;
  readonly subjects: ReturnType<typeof newTally>;
};

/** Of a field that stands twice the last counts upstream; any of them is as right. */
const tryField = (tallies: Tallies, letter: Letter, field: StalwartField, file: string): void => {
  const name = typeof field.name === 'string' ? field.name : '';
  if ((addressFields as readonly string[]).includes(name)) {
    // The letter of a desk has one author.
    const isOne = name === 'from' || name === 'sender';
    const expected = expectedMailboxes(field.value).slice(0, isOne ? 1 : undefined);
    const found = mailboxesOf(letter, name as AddressField);
    if (expected.length > 0) {
      tallies.addresses.agree(
        sameMailboxes(expected, found),
        () => `${file} ${name}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(found)}`,
      );
    }
  }
  const subject = name === 'subject' ? textValue(field.value) : null;
  if (subject !== null) {
    tallies.subjects.agree(
      agreesWithLosses(subject, letter.subject),
      () => `${file}: ${subject} ≠ ${letter.subject}`,
    );
  }
};

type DateCase = {
  readonly header: string;
  readonly expected: Readonly<Record<string, number | boolean>> | null;
};

const instantOf = (expected: NonNullable<DateCase['expected']>): number => {
  const part = (name: string): number => Number(expected[name] ?? 0);
  const offset =
    (part('tz_hour') * 60 + part('tz_minute')) * (expected['tz_before_gmt'] === true ? -1 : 1);
  return (
    Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    ) -
    offset * 60_000
  );
};

const tryDates = async (path: string): Promise<ReturnType<typeof newTally>> => {
  const dates = newTally('dates', 0.9);
  const cases = existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as DateCase[]) : [];
  for (const { header, expected } of cases) {
    if (expected !== null) {
      const found = readDate(header);
      dates.agree(
        found?.getTime() === instantOf(expected),
        () =>
          `${JSON.stringify(header)}: ${JSON.stringify(expected)} ≠ ${found?.toISOString() ?? 'unreadable'}`,
      );
    }
  }
  return dates;
};

/** Letters of stalwart's mail-parser with the full parse beside each. */
export const stalwart: CorpusSet = {
  name: 'email/stalwart',
  reach: 0.97,
  async run(dir) {
    const folder = join(dir, 'email', 'stalwart');
    const tallies: Tallies = { addresses: newTally('addresses'), subjects: newTally('subjects') };
    for (const file of await filesUnder(folder)) {
      const letter = file.endsWith('.json') ? await readLetterFor(join(folder, file)) : null;
      if (letter !== null) {
        const { parts } = JSON.parse(await readFile(join(folder, file), 'utf8')) as StalwartLetter;
        for (const field of parts[0]?.headers ?? []) {
          tryField(tallies, letter, field, file);
        }
      }
    }
    const dates = await tryDates(join(folder, 'date.json'));
    return [tallies.addresses.tally(), tallies.subjects.tally(), dates.tally()];
  },
};
