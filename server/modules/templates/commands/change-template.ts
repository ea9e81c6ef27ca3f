import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { columnsOf, noteChange } from '../changes.ts';
import { preparedTexts } from '../prepared-text.ts';
import { readTemplate, textsOf } from '../queries/read-template.ts';
import { Template, templateFields } from '../schema.ts';
import { lockTemplate, saveTemplate } from '../store.ts';

export const changeTemplate = defineCommand({
  name: 'templates.change',
  permission: 'template.change',
  input: z.strictObject({
    templateId: id(),
    version: version().optional(),
    name: templateFields.name.optional(),
    text: templateFields.text.optional(),
    teamId: templateFields.teamId.optional(),
    tags: templateFields.tags.optional(),
  }),
  output: Template,

  async run(ctx, { templateId, version: seen, name, text, teamId, tags }) {
    const row = await lockTemplate(ctx, templateId);
    mustBeCurrent(row, seen);
    const before = await readTemplate(ctx.tx, ctx.actor, templateId);
    await saveTemplate(ctx, {
      ...row,
      name: name ?? row.name,
      ...(text && columnsOf(preparedTexts(text, textsOf(row)))),
      team_id: teamId === undefined ? row.team_id : teamId,
      tags: tags ?? row.tags,
      version: row.version + 1,
    });
    const after = await readTemplate(ctx.tx, ctx.actor, templateId);
    noteChange(ctx, 'template.changed', before, after);
    return after;
  },
});
