import type { CommandContext } from '../../kernel/commands.ts';
import { actorMemories } from './points.ts';
import { tellOthers } from './store.ts';

export const identityChannel = 'otklik_identity';

/**
 * Changed rights and ended sessions count at once: this process forgets now, the others when the commit
 * brings them the notice. Null: everybody of the workspace.
 */
export async function forgetActors(ctx: CommandContext, userId: string | null): Promise<void> {
  const { workspaceId } = ctx.actor;
  for (const memory of ctx.contributions(actorMemories)) {
    memory.forget(workspaceId, userId);
  }
  const payload = `${workspaceId}:${userId ?? ''}`;
  await tellOthers(ctx.tx, identityChannel, payload);
}
