import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { columnsOf, noteChange } from '../changes.ts';
import { preparedTexts } from '../prepared-text.ts';
import { readTemplate } from '../queries/read-template.ts';
import { Template, templateFields } from '../schema.ts';
import { takeFiles } from '../../tickets/public.ts';
import { insertTemplate, saveFiles } from '../store.ts';

export const addTemplate = defineCommand({
  name: 'templates.add',
  permission: 'template.change',
  input: z.strictObject({
    name: templateFields.name,
    text: templateFields.text,
    teamId: templateFields.teamId.default(null),
    tags: templateFields.tags.default([]),
    types: templateFields.types.default([]),
    files: templateFields.files.default([]),
  }),
  output: Template,

  async run(ctx, { name, text, teamId, tags, types, files }) {
    const id = newId();
    await takeFiles(ctx, files);
    await insertTemplate(ctx, {
      workspace_id: ctx.actor.workspaceId,
      id,
      name,
      ...columnsOf(preparedTexts(text, { ru: null, en: null })),
      team_id: teamId,
      tags,
      types,
      uses: 0,
      last_used_at: null,
      version: 1,
      created_at: ctx.now,
      changed_at: ctx.now,
    });
    await saveFiles(ctx, id, files);
    const after = await readTemplate(ctx.tx, ctx.actor, id);
    noteChange(ctx, 'template.added', null, after);
    return after;
  },
});
