import { defineCommand } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { readPolicy } from '../queries/read-screening.ts';
import { AttachmentPolicy, policyInput } from '../schema.ts';
import { lockPolicy, savePolicy } from '../screening-store.ts';

export const setAttachmentPolicy = defineCommand({
  name: 'channels.set-attachment-policy',
  permission: 'channel.change',
  input: policyInput,
  output: AttachmentPolicy,
  async run(ctx, { version, mail, forms }) {
    await lockPolicy(ctx);
    const before = await readPolicy(ctx.tx, ctx.actor.workspaceId);
    if (before.version !== version) {
      throw new Refusal('conflict', 'version.conflict');
    }
    const after = { mail, forms, version: before.version + 1 };
    await savePolicy(ctx, after);
    ctx.audit({
      action: 'attachment-policy.changed',
      subject: { kind: 'attachment_policy', id: ctx.actor.workspaceId, name: '' },
      before: { mail: before.mail, forms: before.forms },
      after: { mail, forms },
    });
    return after;
  },
});
