import { timeMarks, workspaceMark } from './blocks.ts';
import {
  isInDictionary,
  isStopWord,
  phonesIn,
  phoneDigits,
  tokensOf,
} from '../../../kernel/words/tokens.ts';
import { quoted } from './tsquery.ts';

export type ReadMessage = {
  readonly visibility: 'public' | 'internal';
  readonly body: string;
  /** Only of the first message: later ones quote what is there anyway. */
  readonly quoted: string | null;
  readonly signature: string | null;
  readonly authorName: string;
  readonly authorAddress: string | null;
  readonly fromCustomer: boolean;
  readonly recipients: readonly string[];
  readonly fileNames: readonly string[];
};

export type ReadTicket = {
  readonly workspaceId: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly tags: readonly string[];
  /** The requester as they are called and reached now. */
  readonly people: readonly string[];
};

/** Where a word stands, as a weight of PostgreSQL: subject, people, notes, what the customer saw. */
export type Zone = 'A' | 'B' | 'C' | 'D';

export type Document = {
  /** As the text of a `tsvector`. */
  readonly words: string;
  /** Those that are counted. */
  readonly known: readonly string[];
};

const mostLexemes = 6_000;
const mostPlaces = 24;
const lastPosition = 16_000;
const mostText = 60_000;
/** Two texts are never one phrase. */
const betweenTexts = 8;

/** Marks begin with a letter and "~", which no word holds. Customers who write need none: their words have weight B. */
export const fromMark = (stem: string): string => `f~${stem}`;
export const toMark = (stem: string): string => `t~${stem}`;
export const phoneMark = (digits: string): string => `p~${digits}`;
export const tagMark = (tag: string): string => `g~${tag.toLowerCase().slice(0, 60)}`;
export const fileMark = 'has~file';
/** Of words in the subject and in notes: a weight alone would have the index look at every ticket that has the word. */
export const placeMark = (zone: 'A' | 'C', stem: string): string =>
  `${zone === 'A' ? 's' : 'n'}~${stem}`;

/** The words of a ticket, gathered text by text. */
export class Words {
  readonly #places = new Map<string, string[]>();
  readonly #known = new Set<string>();
  readonly #people = new Set<string>();
  #position = 0;

  add(text: string, zone: Zone): void {
    this.#position += betweenTexts;
    const read = text.slice(0, mostText);
    for (const { stem, word } of tokensOf(read)) {
      this.#position += 1;
      if (isStopWord(word)) {
        continue;
      }
      this.#put(stem, zone);
      if (zone === 'A' || zone === 'C') {
        this.mark(placeMark(zone, stem));
      }
    }
    for (const digits of phonesIn(read)) {
      this.mark(phoneMark(digits));
    }
  }

  /** A customer, by name or address; once, however often they write. */
  addPerson(nameOrAddress: string): void {
    if (!this.#people.has(nameOrAddress)) {
      this.#people.add(nameOrAddress);
      this.add(nameOrAddress, 'B');
    }
  }

  /** What is looked for as a whole. */
  mark(lexeme: string): void {
    if (this.#places.size < mostLexemes && !this.#places.has(lexeme)) {
      this.#places.set(lexeme, []);
    }
  }

  document(): Document {
    const parts: string[] = [];
    for (const [lexeme, places] of this.#places) {
      parts.push(places.length > 0 ? `${quoted(lexeme)}:${places.join(',')}` : quoted(lexeme));
    }
    return { words: parts.join(' '), known: [...this.#known] };
  }

  #put(stem: string, zone: Zone): void {
    const places = this.#places.get(stem);
    const place = `${Math.min(this.#position, lastPosition)}${zone}`;
    if (places === undefined) {
      if (this.#places.size < mostLexemes) {
        this.#places.set(stem, [place]);
        this.#know(stem);
      }
    } else if (places.length < mostPlaces && places.at(-1) !== place) {
      places.push(place);
    }
  }

  #know(stem: string): void {
    if (isInDictionary(stem)) {
      this.#known.add(stem);
    }
  }
}

export function addTicket(words: Words, ticket: ReadTicket): void {
  words.mark(workspaceMark(ticket.workspaceId));
  for (const mark of timeMarks(ticket.workspaceId, ticket.createdAt)) {
    words.mark(mark);
  }
  words.add(ticket.subject, 'A');
  for (const person of ticket.people) {
    words.addPerson(person);
  }
  for (const tag of ticket.tags) {
    words.mark(tagMark(tag));
  }
}

export function addMessage(words: Words, message: ReadMessage): void {
  const zone = message.visibility === 'internal' ? 'C' : 'D';
  for (const text of [message.body, message.quoted, message.signature, ...message.fileNames]) {
    if (text) {
      words.add(text, zone);
    }
  }
  for (const writer of [message.authorName, message.authorAddress]) {
    if (writer && message.fromCustomer) {
      words.addPerson(writer);
    } else if (writer) {
      markAll(words, writer, fromMark);
    }
  }
  for (const recipient of message.recipients) {
    markAll(words, recipient, toMark);
  }
  if (message.fileNames.length > 0) {
    words.mark(fileMark);
  }
}

function markAll(words: Words, text: string, mark: (stem: string) => string): void {
  for (const { stem } of tokensOf(text)) {
    words.mark(mark(stem));
  }
  const digits = phoneDigits(text);
  if (digits !== null) {
    words.mark(mark(digits));
  }
}
