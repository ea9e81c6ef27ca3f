import { v7 } from 'uuid';
import type { InboundEnvelope } from '../../schema.ts';
import type { Letter } from '../letter/letter.ts';

/** How a letter that was brought in from the past takes its place among tickets. */
export type Past = {
  /** When it was written. */
  readonly at: Date;
  /** For its message, so that it stands among others by its own time. */
  readonly messageId: string;
  /** Its matter is over, or was dealt with elsewhere: it makes no new work. */
  readonly isOver: boolean;
  readonly status: 'closed' | 'solved' | 'new';
};

const dayMs = 24 * 60 * 60_000;
/** What was written to us within this time may still wait for an answer. */
const recentMs = 14 * dayMs;
/** UUIDv7 and old letters: before this no mail program knew the date, it made one up. */
const earliest = Date.UTC(1990, 0, 1);

/** Null for a letter that has just come. */
export function pastOf(envelope: InboundEnvelope, letter: Letter, now: Date): Past | null {
  if (!envelope.history) {
    return null;
  }
  const at = writtenAt(letter.date, envelope.arrivedAt ?? null, now);
  const isOld = now.getTime() - at.getTime() > recentMs;
  const wasAnswered = envelope.flags?.includes(String.raw`\Answered`) ?? false;
  return {
    at,
    messageId: v7({ msecs: at.getTime() }),
    isOver: isOld || wasAnswered,
    status: isOld ? 'closed' : wasAnswered ? 'solved' : 'new',
  };
}

/** The sender's word, unless the server has had it before that or it is from a time without mail. */
function writtenAt(date: Date | null, arrivedAt: string | null, now: Date): Date {
  const arrived = arrivedAt === null ? now : new Date(arrivedAt);
  const said = date?.getTime() ?? Number.NaN;
  const isBelievable = said >= earliest && said <= arrived.getTime() + dayMs;
  return new Date(Math.min(isBelievable ? said : arrived.getTime(), now.getTime()));
}
