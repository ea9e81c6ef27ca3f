import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { keepRemoved } from '../../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../../kernel/removals/removal-kinds.ts';
import { id } from '../../../../kernel/text.ts';
import { channelNotice, saveChannel } from '../../channel-store.ts';
import { channelChanged, channelRemoved } from '../../events.ts';
import { deleteForm, lockForm } from '../form-store.ts';
import { factsOf, notedForm } from '../noted-form.ts';
import { readForm } from '../queries/list-forms.ts';

/** Its page is there again, at the address it had. */
export const formRemoval: RemovalKind = {
  kind: 'form',
  permission: 'channel.change',
  table: 'channel',
  notice: channelNotice,
  rowStays: {
    columns: ['active', 'removed_at', 'version'],
    along: [{ table: 'form', by: 'channel_id' }],
  },
  async returned(ctx, { id: formId }) {
    ctx.emit(channelChanged, { channelId: formId });
    await notedForm(ctx, 'form.restored', { formId, before: null });
  },
};

/** Its page says that there is no such form; its tickets stay. What was sent and waits is still taken in. */
export const removeForm = defineCommand({
  name: 'channels.remove-form',
  permission: 'channel.change',
  input: z.strictObject({ formId: id() }),
  output: Removed,
  async run(ctx, { formId }) {
    const { channel } = await lockForm(ctx, formId);
    const before = await readForm(ctx.tx, ctx.actor.workspaceId, formId);
    const removed = await keepRemoved(ctx, formRemoval, { id: formId, name: before.name });
    await deleteForm(ctx, formId);
    await saveChannel(ctx, formId, {
      active: false,
      removed_at: ctx.now,
      version: channel.version + 1,
    });
    ctx.emit(channelRemoved, { channelId: formId });
    ctx.audit({
      action: 'form.removed',
      subject: { kind: 'form', id: formId, name: before.name },
      before: factsOf(before),
      after: null,
    });
    return removed;
  },
});
