import type { CommandContext } from '../../kernel/commands.ts';
import { templateChanged } from './events.ts';
import type { Words } from './rules.ts';
import type { Template } from './schema.ts';

export const columnsOf = ({ ru, en }: { ru: Words | null; en: Words | null }) => ({
  body_ru: ru?.body ?? null,
  html_ru: ru?.html ?? null,
  body_en: en?.body ?? null,
  html_en: en?.html ?? null,
});

/** Screens show it at once; the audit log keeps what it said before. */
export function noteChange(
  ctx: CommandContext,
  action: string,
  before: Template | null,
  after: Template | null,
): void {
  const { id, name } = after ?? before ?? { id: '', name: '' };
  ctx.emit(templateChanged, { templateId: id });
  ctx.audit({
    action,
    subject: { kind: 'template', id, name },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
}

const saidOf = ({ name, text, team, tags, types, files }: Template) => ({
  name,
  ru: text.ru?.body ?? null,
  en: text.en?.body ?? null,
  team: team?.name ?? null,
  tags,
  types,
  files: files.map((file) => file.name),
});
