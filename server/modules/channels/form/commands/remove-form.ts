import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { id } from '../../../../kernel/text.ts';
import { saveChannel } from '../../channel-store.ts';
import { channelRemoved } from '../../events.ts';
import { deleteForm, lockForm } from '../form-store.ts';
import { factsOf } from '../noted-form.ts';
import { readForm } from '../queries/list-forms.ts';

/** Its page says that there is no such form; its tickets stay. What was sent and waits is still taken in. */
export const removeForm = defineCommand({
  name: 'channels.remove-form',
  permission: 'channel.change',
  input: z.strictObject({ formId: id() }),
  output: z.object({}),
  async run(ctx, { formId }) {
    const { channel } = await lockForm(ctx, formId);
    const before = await readForm(ctx.tx, ctx.actor.workspaceId, formId);
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
    return {};
  },
});
