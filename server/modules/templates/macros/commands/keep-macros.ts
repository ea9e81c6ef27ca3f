import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { checkLiquid } from '../../../../kernel/liquid/check-liquid.ts';
import { id, version } from '../../../../kernel/text.ts';
import { mustBeCurrent } from '../../../../kernel/versions.ts';
import { mustExist } from '../../../tickets/public.ts';
import { macroChanged } from '../../events.ts';
import { readTemplate } from '../../queries/read-template.ts';
import { templateVariables } from '../../variables.data.ts';
import { deleteMacro, insertMacro, lockMacro, saveMacro } from '../macro-store.ts';
import { readMacro } from '../queries/read-macros.ts';
import { Macro, macroFields, type MacroActs } from '../schema.ts';

export const addMacro = defineCommand({
  name: 'macros.add',
  permission: 'template.change',
  input: z.strictObject({
    name: macroFields.name,
    acts: macroFields.acts,
    teamId: macroFields.teamId.default(null),
    types: macroFields.types.default([]),
    digit: macroFields.digit.default(null),
  }),
  output: Macro,

  async run(ctx, { name, acts, teamId, types, digit }) {
    const macroId = newId();
    await mustBePossible(ctx, acts);
    await insertMacro(ctx, {
      id: macroId,
      name,
      acts: JSON.stringify(acts),
      team_id: teamId,
      types,
      template_id: acts.answerTemplateId ?? null,
      digit,
    });
    const after = await readMacro(ctx.tx, ctx.actor, macroId);
    note(ctx, 'macro.added', { before: null, after });
    return after;
  },
});

export const changeMacro = defineCommand({
  name: 'macros.change',
  permission: 'template.change',
  input: z.strictObject({
    macroId: id(),
    version: version().optional(),
    name: macroFields.name.optional(),
    acts: macroFields.acts.optional(),
    teamId: macroFields.teamId.optional(),
    types: macroFields.types.optional(),
    digit: macroFields.digit.optional(),
    /** What it does was looked over and is right as it is. */
    reviewed: z.literal(true).optional(),
  }),
  output: Macro,

  async run(ctx, { macroId, version: seen, acts, ...asked }) {
    const { name, teamId, types, digit, reviewed } = asked;
    const row = await lockMacro(ctx, macroId);
    mustBeCurrent(row, seen);
    if (acts) {
      await mustBePossible(ctx, acts);
    }
    const before = await readMacro(ctx.tx, ctx.actor, macroId);
    await saveMacro(ctx, macroId, {
      ...(name !== undefined && { name }),
      ...(teamId !== undefined && { team_id: teamId }),
      ...(types && { types }),
      ...(digit !== undefined && { digit }),
      ...(acts && { acts: JSON.stringify(acts), template_id: acts.answerTemplateId ?? null }),
      ...((acts ?? reviewed) && { changed_at: ctx.now }),
      version: row.version + 1,
    });
    const after = await readMacro(ctx.tx, ctx.actor, macroId);
    note(ctx, 'macro.changed', { before, after });
    return after;
  },
});

export const removeMacro = defineCommand({
  name: 'macros.remove',
  permission: 'template.change',
  input: z.strictObject({ macroId: id() }),
  output: z.object({}),

  async run(ctx, { macroId }) {
    await lockMacro(ctx, macroId);
    const before = await readMacro(ctx.tx, ctx.actor, macroId);
    await deleteMacro(ctx, macroId);
    note(ctx, 'macro.removed', { before, after: null });
    return {};
  },
});

/** Whom and what it names exists now; what is gone later is refused when it runs. */
async function mustBePossible(ctx: CommandContext, acts: MacroActs): Promise<void> {
  const { assigneeId, teamId, categoryId, note: said, answerTemplateId } = acts;
  await mustExist(ctx, {
    ...(assigneeId && assigneeId !== 'me' && { assigneeId }),
    ...(teamId && { teamId }),
    ...(categoryId && { categoryId }),
  });
  if (answerTemplateId) {
    await readTemplate(ctx.tx, ctx.actor, answerTemplateId);
  }
  const problem = said === undefined ? null : checkLiquid(said, templateVariables);
  if (problem) {
    throw new Refusal('invalid', 'input.invalid', {
      errors: [{ field: 'acts.note', ...problem }],
    });
  }
}

type Difference = { readonly before: Macro | null; readonly after: Macro | null };

function note(ctx: CommandContext, action: string, { before, after }: Difference): void {
  const { id: macroId, name } = after ?? before ?? { id: '', name: '' };
  ctx.emit(macroChanged, { macroId });
  ctx.audit({ action, subject: { kind: 'macro', id: macroId, name }, before, after });
}
