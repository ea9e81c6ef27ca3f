import { systemActor } from '../../../kernel/actor.ts';
import { startAlarmClock } from '../../../kernel/alarm-clock.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { listWorkspaceIds } from '../../identity/public.ts';
import { expireApproval } from './commands/keep-approval.ts';
import { listByDeadline } from './queries/due-approvals.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

/** Ends approvals whose time is over. */
export const startApprovals = (parts: Parts) =>
  startAlarmClock({
    ...parts,
    name: 'approvals',
    workspaces: () => listWorkspaceIds(parts.db),
    look: (workspaceId) => expireDue(parts, workspaceId),
  });

/** Ends what is over in a workspace, and says when to look next. */
export async function expireDue(
  { db, clock, log, executor }: Parts,
  workspaceId: string,
): Promise<Date | null> {
  const actor = systemActor(workspaceId, 'clock');
  for (const { id: approvalId } of await listByDeadline(db, workspaceId, clock())) {
    // One that fails must not keep the others waiting.
    await executor
      .execute(expireApproval, { approvalId }, actor)
      .catch((error: unknown) => log.warn({ err: error, approvalId }, 'approval'));
  }
  const [next] = await listByDeadline(db, workspaceId, null);
  return next?.deadline ?? null;
}
