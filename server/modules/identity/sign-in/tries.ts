import type { Database } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { accountLock, addressKey, addressLock } from '../rules.ts';
import { chargeTry, clearTries, forgetOldTries, refundTry } from '../session-store.ts';

export type Guesser = {
  readonly workspaceId: string;
  readonly emailKey: string;
  readonly ip: string;
};

const accountOf = ({ emailKey }: Guesser) => `account:${emailKey}`.slice(0, 300);
const addressOf = ({ ip }: Guesser) => `address:${addressKey(ip)}`.slice(0, 300);

/**
 * Pays for a look at a password before it is looked at. A transaction of its own, so that the count stays
 * whatever comes of the attempt.
 * @throws Refusal 429 with the seconds to wait
 */
export async function chargeGuess(db: Database, guesser: Guesser, now: Date): Promise<void> {
  const { workspaceId } = guesser;
  await db.transaction(workspaceId, async (tx) => {
    const account = { workspaceId, subject: accountOf(guesser) };
    const address = { workspaceId, subject: addressOf(guesser) };
    const until =
      (await chargeTry(tx, account, { now, policy: accountLock })) ??
      (await chargeTry(tx, address, { now, policy: addressLock }));
    if (until) {
      throw tooMany(until, now);
    }
    await forgetOldTries(tx, workspaceId, new Date(now.getTime() - 48 * 3600 * 1000));
  });
}

export async function refundGuess(db: Database, guesser: Guesser): Promise<void> {
  const { workspaceId } = guesser;
  await db.transaction(workspaceId, async (tx) => {
    await refundTry(tx, { workspaceId, subject: accountOf(guesser) });
    await refundTry(tx, { workspaceId, subject: addressOf(guesser) });
  });
}

export async function clearGuesses(db: Database, guesser: Guesser): Promise<void> {
  await db.transaction(guesser.workspaceId, (tx) =>
    clearTries(tx, guesser.workspaceId, [accountOf(guesser), addressOf(guesser)]),
  );
}

export function tooMany(until: Date, now: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new Refusal('too_many', 'session.too_many_attempts', { retryAfterSeconds: seconds });
}
