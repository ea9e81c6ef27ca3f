import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { columnsOf, noteChange } from '../changes.ts';
import { preparedTexts } from '../prepared-text.ts';
import { readTemplate, textsOf } from '../queries/read-template.ts';
import { Template, templateFields } from '../schema.ts';
import { takeFiles } from '../../tickets/public.ts';
import { lockTemplate, saveFiles, saveTemplate, type TemplateRecord } from '../store.ts';

const input = z.strictObject({
  templateId: id(),
  version: version().optional(),
  name: templateFields.name.optional(),
  text: templateFields.text.optional(),
  teamId: templateFields.teamId.optional(),
  tags: templateFields.tags.optional(),
  types: templateFields.types.optional(),
  files: templateFields.files.optional(),
  /** Its words were looked over and are right as they are. */
  reviewed: z.literal(true).optional(),
});
type Asked = Omit<z.output<typeof input>, 'templateId' | 'version' | 'files'>;

export const changeTemplate = defineCommand({
  name: 'templates.change',
  permission: 'template.change',
  input,
  output: Template,

  async run(ctx, { templateId, version: seen, files, ...asked }) {
    const row = await lockTemplate(ctx, templateId);
    mustBeCurrent(row, seen);
    const before = await readTemplate(ctx.tx, ctx.actor, templateId);
    if (files) {
      const kept = new Set(before.files.map((file) => file.id));
      await takeFiles(
        ctx,
        files.filter((file) => !kept.has(file)),
      );
      await saveFiles(ctx, templateId, files);
    }
    await saveTemplate(ctx, changed(ctx, row, asked));
    const after = await readTemplate(ctx.tx, ctx.actor, templateId);
    noteChange(ctx, 'template.changed', before, after);
    return after;
  },
});

function changed(ctx: CommandContext, row: TemplateRecord, asked: Asked): TemplateRecord {
  const { name, text, teamId, tags, types, reviewed } = asked;
  return {
    ...row,
    name: name ?? row.name,
    ...(text && columnsOf(preparedTexts(text, textsOf(row)))),
    team_id: teamId === undefined ? row.team_id : teamId,
    tags: tags ?? row.tags,
    types: types ?? row.types,
    version: row.version + 1,
    changed_at: text || reviewed ? ctx.now : row.changed_at,
  };
}
