import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { id, version } from '../../../../kernel/text.ts';
import { mustBeCurrent } from '../../../../kernel/versions.ts';
import { channelChanged } from '../../events.ts';
import { lockForm, saveForm } from '../form-store.ts';
import { askable } from '../must-ask-known.ts';
import { notedForm, refuseUnfit } from '../noted-form.ts';
import { readForm } from '../queries/list-forms.ts';
import { defaultSettings, Form, formFields } from '../schema.ts';

export const changeForm = defineCommand({
  name: 'channels.change-form',
  permission: 'channel.change',
  input: z.strictObject({
    formId: id(),
    version: version().optional(),
    name: formFields.name.optional(),
    slug: formFields.slug.optional(),
    active: formFields.active.optional(),
    teamId: formFields.teamId.optional(),
    categoryId: formFields.categoryId.optional(),
    texts: formFields.texts.optional(),
    fields: formFields.fields.optional(),
    type: formFields.type.optional(),
    ownFields: formFields.ownFields.optional(),
    attachments: formFields.attachments.optional(),
    limits: formFields.limits.optional(),
  }),
  output: Form,

  async run(ctx, { formId, version: seen, name, slug, active, teamId, categoryId, ...settings }) {
    const { form, channel } = await lockForm(ctx, formId);
    mustBeCurrent(channel, seen);
    const known = { ...defaultSettings, ...form.settings };
    const asked = await askable(ctx, {
      type: settings.type ?? known.type,
      ownFields: settings.ownFields ?? known.ownFields,
      before: known.ownFields,
    });
    const before = await readForm(ctx.tx, ctx.actor.workspaceId, formId);
    await refuseUnfit(() =>
      saveForm(ctx, formId, {
        form: {
          slug: slug ?? form.slug,
          category_id: categoryId === undefined ? form.category_id : categoryId,
          settings: JSON.stringify({ ...form.settings, ...settings, ownFields: asked }),
        },
        channel: {
          name: name ?? channel.name,
          active: active ?? channel.active,
          team_id: teamId === undefined ? channel.team_id : teamId,
          version: channel.version + 1,
        },
      }),
    );
    ctx.emit(channelChanged, { channelId: formId });
    return notedForm(ctx, 'form.changed', { formId, before });
  },
});
