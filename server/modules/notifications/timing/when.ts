import type { Preference } from '../queries/read-preferences.ts';
import type { Telling } from '../rules/telling.ts';
import { afterQuiet, nextDigest } from './hours.ts';

/** Within this time everything about a ticket goes into one letter, and whoever reads it in the app gets none. */
export const mailFoldMs = 120_000;
export const pushFoldMs = 5_000;
const urgentFoldMs = 10_000;

/** What shares a letter or a call, and when it leaves. */
export type Parcel = {
  readonly bucket: string;
  readonly dueAt: Date;
  readonly urgent: boolean;
};

type Wanted = Pick<Preference, 'zone' | 'quiet' | 'digest'>;
type About = Pick<Telling, 'ticketId' | 'fact' | 'urgent'>;

/**
 * Where a notice goes: by itself with others of its ticket; into the digest of who has one; into one for the morning when
 * its time is quiet. What is urgent waits for nothing.
 */
export function parcelFor(
  way: 'mail' | 'push',
  { ticketId, fact, urgent }: About,
  { now, wanted }: { readonly now: Date; readonly wanted: Wanted },
): Parcel {
  const { quiet, digest, zone } = wanted;
  const about = ticketId ?? fact;
  if (urgent) {
    const foldMs = way === 'mail' ? urgentFoldMs : 0;
    return { bucket: `urgent:${about}`, dueAt: plus(now, foldMs), urgent };
  }
  if (way === 'mail' && digest) {
    const dueAt = afterQuiet(nextDigest(now, digest, zone), quiet, zone);
    return { bucket: 'digest', dueAt, urgent };
  }
  const soon = plus(now, way === 'mail' ? mailFoldMs : pushFoldMs);
  const dueAt = afterQuiet(soon, quiet, zone);
  return { bucket: dueAt > soon ? 'later' : `about:${about}`, dueAt, urgent };
}

const plus = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
