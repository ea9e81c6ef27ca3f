import type { FetchMessageObject, ImapFlow, SearchObject } from 'imapflow';
import { letterFingerprint } from './letter-fingerprint.ts';

export type MailboxLetter = {
  readonly raw: Buffer;
  /** The same for every copy of this letter: receiving it twice must not make two. */
  readonly externalId: string;
  /** As the server has them, e.g. `\Seen`, `\Answered`. */
  readonly flags: readonly string[];
  /** When the server got it; null when it does not say. */
  readonly arrivedAt: Date | null;
  readonly uid: number;
  /** Bytes on the server when the letter was above the limit and `raw` is its head only; otherwise null. */
  readonly headOnlyOf: number | null;
};

/** The client answers an ended connection with "nothing found"; taken at its word that would skip letters. */
export function stillOpen(client: ImapFlow): void {
  if (!client.usable || client.mailbox === false) {
    throw Object.assign(new Error('connection closed'), { code: 'EConnectionClosed' });
  }
}

export type LetterQuery = { readonly uid?: string; readonly since?: Date; readonly before?: Date };

/** UIDs, ascending. @throws when the server refuses the search or the connection ends. */
export async function search(client: ImapFlow, query: LetterQuery): Promise<number[]> {
  const now = Date.now();
  if (query.since !== undefined && query.since.getTime() > now) {
    return [];
  }
  const found = await client.search(answerable(query, now), { uid: true });
  if (!Array.isArray(found)) {
    stillOpen(client);
    throw new Error('the server refused to search');
  }
  return found.toSorted((a, b) => a - b);
}

/**
 * Servers refuse days before 1970; where there is OLDER (RFC 5032) the client counts seconds back from now, and
 * a moment that is still to come is refused too. Neither bound leaves a letter out.
 */
function answerable({ uid, since, before }: LetterQuery, now: number): SearchObject {
  const year = 365 * 24 * 60 * 60_000;
  return {
    all: true,
    ...(uid === undefined ? {} : { uid }),
    ...(since === undefined || since.getTime() < year ? {} : { since }),
    ...(before === undefined || before.getTime() > now - 60_000 ? {} : { before }),
  };
}

type Listed = { readonly uid: number; readonly size: number };

const lettersPerFetch = 20;
const bytesPerFetch = 8 * 1024 * 1024;
const uidsPerListing = 500;

/**
 * Letters of the opened folder in the order of `uids`, one in memory at a time: the next one is asked from the
 * socket when the loop asks. UIDs that are gone are left out. No other command may run inside the loop.
 * @throws when the connection ends; a letter is yielded whole or not at all.
 */
export async function* fetchLetters(
  client: ImapFlow,
  uids: readonly number[],
  letterBytes: number,
): AsyncGenerator<MailboxLetter> {
  for (let from = 0; from < uids.length; from += uidsPerListing) {
    const sizes = await list(client, uids.slice(from, from + uidsPerListing));
    for (const group of groups(sizes, letterBytes)) {
      yield* fetchGroup(client, group, letterBytes);
    }
  }
}

async function* fetchGroup(
  client: ImapFlow,
  group: readonly Listed[],
  letterBytes: number,
): AsyncGenerator<MailboxLetter> {
  const tooLarge = group.some(({ size }) => size > letterBytes);
  const query = {
    flags: true,
    internalDate: true,
    ...(tooLarge ? { headers: true } : { source: true }),
  };
  const sizeOf = new Map(group.map(({ uid, size }) => [uid, size]));
  for await (const message of client.fetch([...sizeOf.keys()].join(','), query, { uid: true })) {
    // A server may answer with flags of other letters in between (RFC 9051 §7.5.2).
    const size = sizeOf.get(message.uid);
    const raw = tooLarge ? message.headers : message.source;
    if (size !== undefined && raw !== undefined) {
      yield letterOf(message, raw, tooLarge ? size : null);
    }
  }
  stillOpen(client);
}

async function list(client: ImapFlow, uids: readonly number[]): Promise<Listed[]> {
  const wanted = new Set(uids);
  const listed: Listed[] = [];
  for await (const message of client.fetch(
    uids.join(','),
    { uid: true, size: true },
    { uid: true },
  )) {
    if (wanted.has(message.uid)) {
      listed.push({ uid: message.uid, size: message.size ?? 0 });
    }
  }
  stillOpen(client);
  return listed.toSorted((a, b) => a.uid - b.uid);
}

/** Several small letters a command save round trips; a large one, and one too large, goes alone. */
function* groups(listed: readonly Listed[], letterBytes: number): Generator<Listed[]> {
  let group: Listed[] = [];
  let bytes = 0;
  for (const letter of listed) {
    const alone = letter.size > letterBytes;
    if (
      group.length > 0 &&
      (alone || group.length >= lettersPerFetch || bytes + letter.size > bytesPerFetch)
    ) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(letter);
    bytes += letter.size;
    if (alone) {
      yield group;
      group = [];
      bytes = 0;
    }
  }
  if (group.length > 0) {
    yield group;
  }
}

function letterOf(
  message: FetchMessageObject,
  raw: Buffer,
  headOnlyOf: number | null,
): MailboxLetter {
  const arrivedAt = message.internalDate === undefined ? null : new Date(message.internalDate);
  return {
    raw,
    externalId: letterFingerprint(raw),
    flags: [...(message.flags ?? [])],
    arrivedAt: arrivedAt === null || Number.isNaN(arrivedAt.getTime()) ? null : arrivedAt,
    uid: message.uid,
    headOnlyOf,
  };
}
