import type { CommandContext } from '../../kernel/commands.ts';
import { newId } from '../../kernel/ids.ts';
import { isOnlyWorkspace, type NewWorkspace } from '../identity/public.ts';
import { insertChannel } from './channel-store.ts';

export const builtInAddress = 'support@localhost';

/**
 * Every workspace can be written to from its first minute. The first one gets `support@localhost`; the others, whose
 * mail comes in by the same port, have their short name in the domain.
 */
export async function addBuiltInMailbox(
  ctx: CommandContext,
  workspace: NewWorkspace,
): Promise<void> {
  const isFirst = await isOnlyWorkspace(ctx.tx, workspace.id);
  await insertChannel(ctx, {
    workspace_id: workspace.id,
    id: newId(),
    kind: 'email',
    name: workspace.locale === 'ru' ? 'Встроенный ящик' : 'Built-in mailbox',
    address: isFirst ? builtInAddress : `support@${workspace.slug}.localhost`,
    active: true,
    built_in: true,
    settings: '{}',
    secrets: null,
    team_id: null,
    version: 1,
    created_at: ctx.now,
    removed_at: null,
  });
}
