import type { CommandContext } from '../../kernel/commands.ts';
import { namesOf } from './queries/named.ts';
import { requireActiveUser } from './store.ts';

/** Refuses whom and what does not exist here, or works here no longer. */
export async function mustExist(
  ctx: CommandContext,
  { assigneeId, teamId, categoryId }: { assigneeId?: string; teamId?: string; categoryId?: string },
): Promise<void> {
  if (assigneeId !== undefined) {
    await requireActiveUser(ctx, assigneeId);
  }
  if (teamId !== undefined) {
    await namesOf(ctx, 'teamId', [teamId]);
  }
  if (categoryId !== undefined) {
    await namesOf(ctx, 'categoryId', [categoryId]);
  }
}
