import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { routingChanged } from '../events.ts';
import { findSkill } from '../queries/list-skills.ts';
import { Skill, skillName } from '../schema.ts';
import * as store from '../store.ts';

type Noted = { id: string; before: string | null; after: string | null };

function note(ctx: CommandContext, action: string, { id: skillId, before, after }: Noted): void {
  ctx.audit({
    action,
    subject: { kind: 'skill', id: skillId, name: after ?? before ?? '' },
    before: before === null ? null : { name: before },
    after: after === null ? null : { name: after },
  });
  ctx.emit(routingChanged, { kind: 'skill', id: skillId });
}

export const addSkill = defineCommand({
  name: 'routing.add-skill',
  permission: 'routing.change',
  input: z.strictObject({ name: skillName }),
  output: Skill,
  async run(ctx, { name }) {
    const skillId = newId();
    await store.insertSkill(ctx, { id: skillId, name });
    note(ctx, 'skill.added', { id: skillId, before: null, after: name });
    return findSkill(ctx.tx, ctx.actor.workspaceId, skillId);
  },
});

export const changeSkill = defineCommand({
  name: 'routing.change-skill',
  permission: 'routing.change',
  input: z.strictObject({ skillId: id(), version: version().optional(), name: skillName }),
  output: Skill,
  async run(ctx, { skillId, version: seen, name }) {
    const row = await store.lockSkill(ctx, skillId);
    mustBeCurrent(row, seen);
    await store.saveSkill(ctx, skillId, { name, version: row.version + 1 });
    note(ctx, 'skill.changed', { id: skillId, before: row.name, after: name });
    return findSkill(ctx.tx, ctx.actor.workspaceId, skillId);
  },
});

/** Who has it, and how well, comes back with it. */
export const skillRemoval: RemovalKind = {
  kind: 'skill',
  permission: 'routing.change',
  table: 'skill',
  notice: store.routingNotice,
  returned: async (ctx, { id: skillId, name }) =>
    note(ctx, 'skill.restored', { id: skillId, before: null, after: name }),
};

export const removeSkill = defineCommand({
  name: 'routing.remove-skill',
  permission: 'routing.change',
  input: z.strictObject({ skillId: id() }),
  output: Removed,
  async run(ctx, { skillId }) {
    const { name } = await store.lockSkill(ctx, skillId);
    const removed = await keepRemoved(ctx, skillRemoval, { id: skillId, name });
    await store.deleteSkill(ctx, skillId);
    note(ctx, 'skill.removed', { id: skillId, before: name, after: null });
    return removed;
  },
});
