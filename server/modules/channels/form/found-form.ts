import type { CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import type { NewWorkspace } from '../../identity/public.ts';
import { insertChannel } from '../channel-store.ts';
import { insertForm } from './form-store.ts';

export const firstSlug = 'support';

/** A company can be written to by a form from its first minute. */
export async function addFirstForm(ctx: CommandContext, workspace: NewWorkspace): Promise<void> {
  const id = newId();
  await insertChannel(ctx, {
    workspace_id: workspace.id,
    id,
    kind: 'form',
    name: workspace.locale === 'ru' ? 'Форма обращения' : 'Request form',
    address: null,
    active: true,
    built_in: false,
    settings: '{}',
    secrets: null,
    team_id: null,
    version: 1,
    created_at: ctx.now,
    removed_at: null,
  });
  await insertForm(ctx, {
    workspace_id: workspace.id,
    channel_id: id,
    slug: firstSlug,
    category_id: null,
    settings: '{}',
  });
}
