import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { invalid } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { keepRemoved } from '../../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../../kernel/text.ts';
import { mustBeCurrent } from '../../../../kernel/versions.ts';
import { mustBeOwnValues } from '../../../tickets/public.ts';
import { scriptChanged } from '../events.ts';
import { readScript } from '../queries/read-scripts.ts';
import { brokenLinks } from '../rules/walk.ts';
import { scriptFields as fields, TalkScript, type StoredStep } from '../schema.ts';
import { deleteScript, insertScript, lockScript, saveScript } from '../script-store.ts';

export const addScript = defineCommand({
  name: 'scripts.add',
  permission: 'template.change',
  input: z.strictObject({
    name: fields.name,
    condition: fields.condition.default({ all: [] }),
    steps: fields.steps,
  }),
  output: TalkScript,

  async run(ctx, { name, condition, steps }) {
    mustHang(steps);
    await mustSetValues(ctx, steps);
    const scriptId = newId();
    await insertScript(ctx, {
      workspace_id: ctx.actor.workspaceId,
      id: scriptId,
      name,
      condition,
      steps,
      uses: 0,
      last_used_at: null,
      version: 1,
      created_at: ctx.now,
      changed_at: ctx.now,
    });
    return noted(ctx, 'script.added', scriptId, null);
  },
});

export const changeScript = defineCommand({
  name: 'scripts.change',
  permission: 'template.change',
  input: z.strictObject({
    scriptId: id(),
    version: version().optional(),
    name: fields.name.optional(),
    condition: fields.condition.optional(),
    steps: fields.steps.optional(),
  }),
  output: TalkScript,

  async run(ctx, { scriptId, version: seen, name, condition, steps }) {
    const row = await lockScript(ctx, scriptId);
    mustBeCurrent(row, seen);
    const before = await readScript(ctx.tx, ctx.actor.workspaceId, scriptId);
    mustHang(steps ?? row.steps);
    await mustSetValues(ctx, steps ?? []);
    await saveScript(ctx, {
      ...row,
      name: name ?? row.name,
      condition: condition ?? row.condition,
      steps: steps ?? row.steps,
      version: row.version + 1,
      changed_at: steps ? ctx.now : row.changed_at,
    });
    return noted(ctx, 'script.changed', scriptId, before);
  },
});

export const scriptRemoval: RemovalKind = {
  kind: 'script',
  permission: 'template.change',
  table: 'talk_script',
  returned: async (ctx, { id: scriptId }) =>
    void (await noted(ctx, 'script.restored', scriptId, null)),
};

export const removeScript = defineCommand({
  name: 'scripts.remove',
  permission: 'template.change',
  input: z.strictObject({ scriptId: id() }),
  output: Removed,

  async run(ctx, { scriptId }) {
    await lockScript(ctx, scriptId);
    const before = await readScript(ctx.tx, ctx.actor.workspaceId, scriptId);
    const removed = await keepRemoved(ctx, scriptRemoval, before);
    await deleteScript(ctx, scriptId);
    noteChange(ctx, 'script.removed', before, null);
    return removed;
  },
});

/** What a ticket would refuse when the step is reached is refused while the script is written. */
const mustSetValues = (ctx: CommandContext, steps: readonly StoredStep[]): Promise<void> =>
  mustBeOwnValues(
    ctx,
    steps.flatMap(({ sets }, index) =>
      sets?.fields
        ? [
            {
              at: (name: string) => `steps.${index}.sets.fields.${name}`,
              values: sets.fields,
              type: sets.type ?? null,
            },
          ]
        : [],
    ),
  );

/** Every way leads to a step that is there, and no two have one name. */
function mustHang(steps: readonly StoredStep[]): void {
  const [broken] = brokenLinks(steps);
  if (new Set(steps.map((step) => step.id)).size < steps.length) {
    throw invalid('steps', 'step_twice');
  }
  if (broken !== undefined) {
    const at = steps.findIndex((step) => step.id === broken);
    throw invalid(`steps.${at}`, 'no_step');
  }
}

async function noted(
  ctx: CommandContext,
  action: string,
  scriptId: string,
  before: TalkScript | null,
): Promise<TalkScript> {
  const after = await readScript(ctx.tx, ctx.actor.workspaceId, scriptId);
  noteChange(ctx, action, before, after);
  return after;
}

function noteChange(
  ctx: CommandContext,
  action: string,
  before: TalkScript | null,
  after: TalkScript | null,
): void {
  const { id: scriptId, name } = after ?? before ?? { id: '', name: '' };
  ctx.emit(scriptChanged, { scriptId });
  ctx.audit({
    action,
    subject: { kind: 'script', id: scriptId, name },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
}

const saidOf = ({ name, condition, steps }: TalkScript) => ({
  name,
  condition,
  text: steps.map((step) => step.text).join('\n'),
});
