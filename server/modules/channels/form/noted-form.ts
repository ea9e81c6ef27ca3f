import type { CommandContext } from '../../../kernel/commands.ts';
import { isForeignKeyViolation, isUniqueViolation } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { readForm } from './queries/list-forms.ts';
import type { Form } from './schema.ts';

/** Says in words of the form what the database has refused. */
export async function refuseUnfit(save: () => Promise<void>): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (isUniqueViolation(error, 'form_slug')) {
      throw new Refusal('not_allowed', 'form.slug_taken');
    }
    if (isForeignKeyViolation(error, 'channel_workspace_id_team_id_fkey')) {
      throw new Refusal('not_allowed', 'team.not_found');
    }
    if (isForeignKeyViolation(error, 'form_workspace_id_category_id_fkey')) {
      throw new Refusal('not_allowed', 'category.not_found');
    }
    throw error;
  }
}

/** The form as it is now, noted for the audit log beside what it was. */
export async function notedForm(
  ctx: CommandContext,
  action: 'form.added' | 'form.changed' | 'form.restored',
  { formId, before }: { formId: string; before: Form | null },
): Promise<Form> {
  const after = await readForm(ctx.tx, ctx.actor.workspaceId, formId);
  ctx.audit({
    action,
    subject: { kind: 'form', id: formId, name: after.name },
    before: before && factsOf(before),
    after: factsOf(after),
  });
  return after;
}

export const factsOf = ({ defaultTexts: _defaults, version: _version, ...facts }: Form) => facts;
