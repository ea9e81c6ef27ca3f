import { type Argument, inSet, list, text } from './imap-wire.ts';
import type { FixtureFolder, StoredLetter } from './imap-store.ts';

/** One answer line in pieces; a Buffer is sent as a literal. */
export type Pieces = (string | Buffer)[];

export function fetchAnswer(
  folder: FixtureFolder,
  letter: StoredLetter,
  wanted: readonly Argument[],
): Pieces {
  const pieces: Pieces = [`* ${folder.letters.indexOf(letter) + 1} FETCH (UID ${letter.uid}`];
  for (const [index, argument] of wanted.entries()) {
    pieces.push(...attribute(letter, text(argument), wanted[index + 1]));
  }
  pieces.push(')');
  return pieces;
}

function attribute(letter: StoredLetter, name: string, next: Argument | undefined): Pieces {
  const upper = name.toUpperCase();
  if (upper === 'FLAGS') {
    return [` FLAGS (${[...letter.flags].join(' ')})`];
  }
  if (upper === 'RFC822.SIZE') {
    return [` RFC822.SIZE ${letter.raw.length}`];
  }
  if (upper === 'INTERNALDATE') {
    return [` INTERNALDATE "${internalDate(letter.arrivedAt)}"`];
  }
  return upper.startsWith('BODY') ? body(letter, name, next) : [];
}

function body(letter: StoredLetter, name: string, next: Argument | undefined): Pieces {
  const [, section = '', offset = '', length = ''] =
    /^BODY(?:\.PEEK)?\[([^\]]*)\](?:<(\d+)(?:\.(\d+))?>)?/i.exec(name) ?? [];
  if (!name.toUpperCase().includes('.PEEK')) {
    letter.flags.add(String.raw`\Seen`);
  }
  const whole = sectionOf(letter.raw, section, next);
  const from = Number(offset);
  const part =
    offset === '' ? whole : whole.subarray(from, length === '' ? undefined : from + Number(length));
  return [` BODY[${section}]${offset === '' ? '' : `<${from}>`} `, part];
}

function sectionOf(raw: Buffer, section: string, next: Argument | undefined): Buffer {
  const headEnd = raw.indexOf('\r\n\r\n');
  const head = headEnd === -1 ? raw : raw.subarray(0, headEnd + 4);
  if (/^HEADER\.FIELDS/i.test(section)) {
    const names = new Set(
      (/\(([^)]*)\)/.exec(section)?.[1]?.split(' ') ?? list(next).map((word) => text(word))).map(
        (word) => word.toLowerCase(),
      ),
    );
    const lines = head.toString('latin1').split(/\r\n(?![ \t])/);
    return Buffer.from(
      `${lines.filter((line) => names.has(line.split(':')[0]?.toLowerCase() ?? '')).join('\r\n')}\r\n\r\n`,
      'latin1',
    );
  }
  return section.toUpperCase() === 'HEADER' ? head : raw;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function internalDate(at: Date): string {
  const date = String(at.getUTCDate()).padStart(2, '0');
  return `${date}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()} ${at.toISOString().slice(11, 19)} +0000`;
}

type Test = (letter: StoredLetter) => boolean;

/** The criteria that the product uses (RFC 9051 §6.4.4); all of them must hold. */
export function searchLetters(folder: FixtureFolder, args: readonly Argument[]): number[] {
  const words = [...args];
  const tests: Test[] = [];
  while (words.length > 0) {
    tests.push(criterion(folder, text(words.shift()).toUpperCase(), words));
  }
  return folder.letters
    .filter((letter) => tests.every((holds) => holds(letter)))
    .map((letter) => letter.uid);
}

function criterion(folder: FixtureFolder, name: string, words: Argument[]): Test {
  const largest = folder.letters.at(-1)?.uid ?? 0;
  switch (name) {
    case 'UID': {
      const set = text(words.shift());
      return (letter) => inSet(set, letter.uid, largest);
    }
    case 'SINCE': {
      const from = day(text(words.shift()));
      return (letter) => letter.arrivedAt.getTime() >= from;
    }
    case 'BEFORE': {
      const until = day(text(words.shift()));
      return (letter) => letter.arrivedAt.getTime() < until;
    }
    case 'UNSEEN':
      return (letter) => !letter.flags.has(String.raw`\Seen`);
    case 'SEEN':
      return (letter) => letter.flags.has(String.raw`\Seen`);
    case 'NOT': {
      const inner = criterion(folder, text(words.shift()).toUpperCase(), words);
      return (letter) => !inner(letter);
    }
    case 'DELETED':
      return (letter) => letter.flags.has(String.raw`\Deleted`);
    default:
      return () => true;
  }
}

function day(word: string): number {
  const [date = '1', month = 'Jan', year = '1970'] = word.split('-');
  return Date.UTC(Number(year), months.indexOf(month), Number(date));
}
