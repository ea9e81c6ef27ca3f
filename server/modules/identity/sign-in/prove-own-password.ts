import type { Actor } from '../../../kernel/actor.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { ownSession } from '../own.ts';
import { findAccount, type Account } from '../queries/find-account.ts';
import { emailKey } from '../rules.ts';
import { passwordFits } from './password.ts';
import type { SignInParts } from './sign-in.ts';
import { chargeGuess, refundGuess } from './tries.ts';

/**
 * Asked again before the account itself changes: whoever finds an open browser must not take it over, nor
 * guess without end.
 * @throws Refusal 422 password.wrong, 429
 */
export async function proveOwnPassword(
  { db, clock }: Pick<SignInParts, 'db' | 'clock'>,
  actor: Actor | null,
  { password, field }: { password: string; field: string },
): Promise<Account> {
  const { workspaceId, userId } = ownSession(actor);
  const account = await ownAccount({ db }, actor);
  const ip = actor?.ip ?? '';
  // Whoever is signed in is no stranger: guesses of others count for nothing here.
  const device = actor?.sessionId ?? null;
  const guesser = { workspaceId, emailKey: emailKey(account.email), ip, device };
  await chargeGuess(db, guesser, clock());
  if (account.id !== userId || !(await passwordFits(password, account.passwordHash))) {
    throw new Refusal('not_allowed', 'password.wrong', { errors: [{ field, code: 'wrong' }] });
  }
  await refundGuess(db, guesser);
  return account;
}

export async function ownAccount(
  { db }: Pick<SignInParts, 'db'>,
  actor: Actor | null,
): Promise<Account> {
  const { workspaceId, userId } = ownSession(actor);
  const account = await db.read(workspaceId, (reader) =>
    findAccount(reader, workspaceId, { id: userId }),
  );
  if (!account) {
    throw new Refusal('unauthenticated', 'session.missing');
  }
  return account;
}
