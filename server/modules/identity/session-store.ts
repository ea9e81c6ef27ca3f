import { sql, type Insertable } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { lockSeconds, type LockPolicy } from './rules.ts';
import type { IdentityTables } from './tables.ts';

/** The SQL that writes sessions, tokens, recovery codes and the count of tries. */
const tables = (tx: Tx) => tx.withTables<IdentityTables>();
type OfUser = { workspaceId: string; userId: string };
const mostSessions = 50;

export async function insertSession(tx: Tx, row: Insertable<IdentityTables['user_session']>) {
  await tables(tx).insertInto('user_session').values(row).execute();
  // Ended ones go, and of endless sign-ins only the latest stay: nobody else would ever tidy up.
  await sql`
    delete from user_session
    where workspace_id = ${row.workspace_id} and user_id = ${row.user_id}
      and (expires_at <= ${row.created_at} or id in (
        select id from user_session
        where workspace_id = ${row.workspace_id} and user_id = ${row.user_id}
        order by last_seen_at desc, id desc offset ${mostSessions}))`.execute(tx);
}

/** @returns how many there were */
export async function deleteSessions(
  tx: Tx,
  { workspaceId, userId }: OfUser,
  which: { only?: string; except?: string | null } = {},
): Promise<number> {
  let query = tables(tx)
    .deleteFrom('user_session')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId);
  if (which.only !== undefined) {
    query = query.where('id', '=', which.only);
  }
  if (which.except) {
    query = query.where('id', '!=', which.except);
  }
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}

export async function touchSession(
  tx: Tx,
  { workspaceId, userId }: OfUser,
  { sessionId, now, expiresAt }: { sessionId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('user_session')
    .set({ last_seen_at: now, expires_at: expiresAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sessionId)
    .execute();
  await markSeen(tx, { workspaceId, userId }, now);
}

/** Not an edit: the version stays. */
export async function markSeen(tx: Tx, { workspaceId, userId }: OfUser, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('user_account')
    .set({ last_seen_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', userId)
    .execute();
}

/** @returns false when a code of this step, or a later one, has been accepted before */
export async function spendTotpStep(
  tx: Tx,
  { workspaceId, userId }: OfUser,
  step: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('user_account')
    .set({ totp_last_step: step })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', userId)
    .where('totp_last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function setRecoveryCodes(
  tx: Tx,
  { workspaceId, userId }: OfUser,
  hashes: readonly Buffer[],
): Promise<void> {
  await tables(tx)
    .deleteFrom('recovery_code')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute();
  if (hashes.length > 0) {
    await tables(tx)
      .insertInto('recovery_code')
      .values(
        hashes.map((hash) => ({ workspace_id: workspaceId, user_id: userId, code_hash: hash })),
      )
      .execute();
  }
}

/** @returns false when there is no such code, or no longer */
export async function spendRecoveryCode(
  tx: Tx,
  { workspaceId, userId }: OfUser,
  hash: Buffer,
): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('recovery_code')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function insertToken(tx: Tx, row: Insertable<IdentityTables['api_token']>) {
  await tables(tx).insertInto('api_token').values(row).execute();
}

/** @returns the deleted ones */
export async function deleteTokens(tx: Tx, { workspaceId, userId }: OfUser, only?: string) {
  let query = tables(tx)
    .deleteFrom('api_token')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId);
  if (only !== undefined) {
    query = query.where('id', '=', only);
  }
  return query.returning(['id', 'name', 'scopes']).execute();
}

export async function touchToken(
  tx: Tx,
  { workspaceId, userId }: OfUser,
  { tokenId, now }: { tokenId: string; now: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('api_token')
    .set({ last_used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', tokenId)
    .execute();
  await markSeen(tx, { workspaceId, userId }, now);
}

type Try = { workspaceId: string; subject: string };

/**
 * Counts one try and shuts the door when it was one too many.
 * @returns null, or until when the door had been shut already; then nothing is counted
 */
export async function chargeTry(
  tx: Tx,
  { workspaceId, subject }: Try,
  { now, policy }: { now: Date; policy: LockPolicy },
): Promise<Date | null> {
  const forgotten = new Date(now.getTime() - policy.forgetSeconds * 1000);
  const { rows } = await sql<{ tries: number }>`
    insert into sign_in_failure as f (workspace_id, subject, tries, last_at)
    values (${workspaceId}, ${subject}, 1, ${now})
    on conflict (workspace_id, subject) do update
    set tries = case when f.last_at < ${forgotten} then 1 else f.tries + 1 end,
      last_at = ${now}, locked_until = null
    where f.locked_until is null or f.locked_until <= ${now}
    returning tries`.execute(tx);
  const [counted] = rows;
  if (!counted) {
    const row = await tables(tx)
      .selectFrom('sign_in_failure')
      .select('locked_until')
      .where('workspace_id', '=', workspaceId)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row?.locked_until ?? now;
  }
  const seconds = lockSeconds(counted.tries, policy);
  if (seconds > 0) {
    await tables(tx)
      .updateTable('sign_in_failure')
      .set({ locked_until: new Date(now.getTime() + seconds * 1000) })
      .where('workspace_id', '=', workspaceId)
      .where('subject', '=', subject)
      .execute();
  }
  return null;
}

/** Takes one try back: it was right as far as it went. */
export async function refundTry(tx: Tx, { workspaceId, subject }: Try): Promise<void> {
  await sql`
    update sign_in_failure set tries = greatest(tries - 1, 0), locked_until = null
    where workspace_id = ${workspaceId} and subject = ${subject}`.execute(tx);
}

export async function clearTries(tx: Tx, workspaceId: string, subjects: readonly string[]) {
  await tables(tx)
    .deleteFrom('sign_in_failure')
    .where('workspace_id', '=', workspaceId)
    .where('subject', 'in', subjects)
    .execute();
}

/** Guesses at random names leave rows behind; a few go with every failure. */
export async function forgetOldTries(tx: Tx, workspaceId: string, before: Date): Promise<void> {
  await sql`
    delete from sign_in_failure where workspace_id = ${workspaceId} and subject in (
      select subject from sign_in_failure
      where workspace_id = ${workspaceId} and last_at < ${before} limit 20 for update skip locked)`.execute(
    tx,
  );
}
