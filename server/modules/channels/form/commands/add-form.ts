import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { newId } from '../../../../kernel/ids.ts';
import { insertChannel } from '../../channel-store.ts';
import { channelAdded } from '../../events.ts';
import { insertForm } from '../form-store.ts';
import { askable } from '../must-ask-known.ts';
import { notedForm, refuseUnfit } from '../noted-form.ts';
import { defaultSettings, Form, formFields } from '../schema.ts';

export const addForm = defineCommand({
  name: 'channels.add-form',
  permission: 'channel.change',
  input: z.strictObject({
    name: formFields.name,
    slug: formFields.slug,
    active: formFields.active.default(true),
    teamId: formFields.teamId.default(null),
    categoryId: formFields.categoryId.default(null),
    texts: formFields.texts.default(defaultSettings.texts),
    fields: formFields.fields.default(defaultSettings.fields),
    type: formFields.type.default(defaultSettings.type),
    ownFields: formFields.ownFields.default([]),
    attachments: formFields.attachments.default(defaultSettings.attachments),
    limits: formFields.limits.default(defaultSettings.limits),
  }),
  output: Form,

  async run(ctx, { name, slug, active, teamId, categoryId, ...asked }) {
    const { workspaceId } = ctx.actor;
    const settings = { ...asked, ownFields: await askable(ctx, asked) };
    const formId = newId();
    await refuseUnfit(async () => {
      await insertChannel(ctx, {
        workspace_id: workspaceId,
        id: formId,
        kind: 'form',
        name,
        address: null,
        active,
        built_in: false,
        settings: '{}',
        secrets: null,
        team_id: teamId,
        version: 1,
        created_at: ctx.now,
        removed_at: null,
      });
      await insertForm(ctx, {
        workspace_id: workspaceId,
        channel_id: formId,
        slug,
        category_id: categoryId,
        settings: JSON.stringify(settings),
      });
    });
    ctx.emit(channelAdded, { channelId: formId });
    return notedForm(ctx, 'form.added', { formId, before: null });
  },
});
