import type { Database } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import {
  accountLock,
  accountWideLock,
  addressKey,
  addressLock,
  type LockPolicy,
} from '../rules.ts';
import { chargeTry, clearTries, forgetOldTries, refundTry } from '../session-store.ts';

export type Guesser = {
  readonly workspaceId: string;
  readonly emailKey: string;
  readonly ip: string;
  /** A browser or session that the account's owner has used before; null for everybody else. */
  readonly device: string | null;
};

type Count = { readonly subject: string; readonly policy: LockPolicy; readonly isShared: boolean };

/**
 * Where a try is counted. A stranger's: with the account from this network address, with the account from anywhere, with
 * the address. So whoever guesses shuts the account for themselves first, and for all strangers only slowly; the owner
 * has a count of their own.
 */
function countsOf({ emailKey, ip, device }: Guesser): readonly Count[] {
  if (device !== null) {
    const subject = `device:${device}:${emailKey}`.slice(0, 300);
    return [{ subject, policy: accountLock, isShared: false }];
  }
  const address = addressKey(ip);
  return [
    { subject: `account:${address}:${emailKey}`, policy: accountLock, isShared: false },
    { subject: `account:${emailKey}`, policy: accountWideLock, isShared: true },
    { subject: `address:${address}`, policy: addressLock, isShared: false },
  ].map((count) => ({ ...count, subject: count.subject.slice(0, 300) }));
}

/**
 * Pays for a look at a password before it is looked at. A transaction of its own, so that the count stays
 * whatever comes of the attempt.
 * @throws Refusal 429 with the seconds to wait
 */
export async function chargeGuess(db: Database, guesser: Guesser, now: Date): Promise<void> {
  const { workspaceId } = guesser;
  await db.transaction(workspaceId, async (tx) => {
    for (const { subject, policy } of countsOf(guesser)) {
      const until = await chargeTry(tx, { workspaceId, subject }, { now, policy });
      if (until) {
        throw tooMany(until, now);
      }
    }
    await forgetOldTries(tx, workspaceId, new Date(now.getTime() - 48 * 3600 * 1000));
  });
}

export async function refundGuess(db: Database, guesser: Guesser): Promise<void> {
  const { workspaceId } = guesser;
  await db.transaction(workspaceId, async (tx) => {
    for (const { subject } of countsOf(guesser)) {
      await refundTry(tx, { workspaceId, subject });
    }
  });
}

/** Of what everybody shares, only one's own try is taken back: others' guesses stay counted. */
export async function clearGuesses(db: Database, guesser: Guesser): Promise<void> {
  const { workspaceId } = guesser;
  const counts = countsOf(guesser);
  const own = counts.filter(({ isShared }) => !isShared).map(({ subject }) => subject);
  await db.transaction(workspaceId, async (tx) => {
    await clearTries(tx, workspaceId, own);
    for (const { subject } of counts.filter(({ isShared }) => isShared)) {
      await refundTry(tx, { workspaceId, subject });
    }
  });
}

export function tooMany(until: Date, now: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new Refusal('too_many', 'session.too_many_attempts', { retryAfterSeconds: seconds });
}
