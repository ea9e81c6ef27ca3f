import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { checkLiquid } from '../../../../kernel/liquid/check-liquid.ts';
import { keepRemoved } from '../../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../../kernel/text.ts';
import { mustBeCurrent } from '../../../../kernel/versions.ts';
import { mustBeOwnValues, mustExist } from '../../../tickets/public.ts';
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
    condition: macroFields.condition.default({ all: [] }),
    digit: macroFields.digit.default(null),
  }),
  output: Macro,

  async run(ctx, { name, acts, teamId, types, condition, digit }) {
    const macroId = newId();
    await mustBePossible(ctx, acts);
    await mustSetValues(ctx, { acts, types });
    await insertMacro(ctx, {
      id: macroId,
      name,
      acts: JSON.stringify(acts),
      team_id: teamId,
      types,
      condition,
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
    condition: macroFields.condition.optional(),
    digit: macroFields.digit.optional(),
    /** What it does was looked over and is right as it is. */
    reviewed: z.literal(true).optional(),
  }),
  output: Macro,

  async run(ctx, { macroId, version: seen, ...asked }) {
    const row = await lockMacro(ctx, macroId);
    mustBeCurrent(row, seen);
    const before = await readMacro(ctx.tx, ctx.actor, macroId);
    await mustStayPossible(ctx, asked, before);
    await saveMacro(ctx, macroId, { ...columnsOf(ctx, asked), version: row.version + 1 });
    const after = await readMacro(ctx.tx, ctx.actor, macroId);
    note(ctx, 'macro.changed', { before, after });
    return after;
  },
});

/** What it has done can be taken back again, too. */
export const macroRemoval: RemovalKind = {
  kind: 'macro',
  permission: 'template.change',
  table: 'macro',
  returned: async (ctx, { id: macroId }) =>
    note(ctx, 'macro.restored', {
      before: null,
      after: await readMacro(ctx.tx, ctx.actor, macroId),
    }),
};

export const removeMacro = defineCommand({
  name: 'macros.remove',
  permission: 'template.change',
  input: z.strictObject({ macroId: id() }),
  output: Removed,

  async run(ctx, { macroId }) {
    await lockMacro(ctx, macroId);
    const before = await readMacro(ctx.tx, ctx.actor, macroId);
    const removed = await keepRemoved(ctx, macroRemoval, before);
    await deleteMacro(ctx, macroId);
    note(ctx, 'macro.removed', { before, after: null });
    return removed;
  },
});

type Asked = {
  readonly name?: string | undefined;
  readonly acts?: MacroActs | undefined;
  readonly teamId?: string | null | undefined;
  readonly types?: Macro['types'] | undefined;
  readonly condition?: Macro['condition'] | undefined;
  readonly digit?: number | null | undefined;
  readonly reviewed?: true | undefined;
};

const columnsOf = (ctx: CommandContext, { acts, teamId, reviewed, ...plain }: Asked) => ({
  ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
  ...(teamId !== undefined && { team_id: teamId }),
  ...(acts && { acts: JSON.stringify(acts), template_id: acts.answerTemplateId ?? null }),
  ...((acts ?? reviewed) && { changed_at: ctx.now }),
});

async function mustStayPossible(
  ctx: CommandContext,
  { acts, types }: Asked,
  before: Macro,
): Promise<void> {
  await (acts && mustBePossible(ctx, acts));
  if (acts ?? types) {
    await mustSetValues(ctx, { acts: acts ?? before.acts, types: types ?? before.types });
  }
}

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

/** Of own fields: what the tickets that it is offered for would not take. */
async function mustSetValues(
  ctx: CommandContext,
  { acts: { fields: values, type }, types }: Pick<Macro, 'acts' | 'types'>,
): Promise<void> {
  if (values) {
    const given = type ? [type] : types.length > 0 ? types : [null];
    const at = (name: string) => `acts.fields.${name}`;
    await mustBeOwnValues(
      ctx,
      given.map((each) => ({ at, values, type: each })),
    );
  }
}

type Difference = { readonly before: Macro | null; readonly after: Macro | null };

function note(ctx: CommandContext, action: string, { before, after }: Difference): void {
  const { id: macroId, name } = after ?? before ?? { id: '', name: '' };
  ctx.emit(macroChanged, { macroId });
  ctx.audit({
    action,
    subject: { kind: 'macro', id: macroId, name },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
}

/** What is gone of what a condition names is no change of the macro. */
const saidOf = ({ conditionProblems: _gone, ...said }: Macro) => said;
