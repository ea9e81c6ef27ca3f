import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { version } from '../../../kernel/text.ts';
import { workspaceChanged } from '../events.ts';
import { forgetActors } from '../forget-actors.ts';
import { readWorkspace } from '../queries/get-workspace.ts';
import { differenceOf, mustBeVersion } from '../rules.ts';
import { companyName, locale, timeZone, workspace } from '../schema.ts';
import { lockWorkspace, saveWorkspace } from '../store.ts';

export const changeWorkspace = defineCommand({
  name: 'change-workspace',
  permission: 'workspace.change',
  input: z.strictObject({
    version: version(),
    name: companyName().optional(),
    locale: locale.optional(),
    timeZone: timeZone().optional(),
    requireTotp: z.boolean().optional(),
    /** 0: nothing is ever answered automatically. */
    answersPerHour: z.int().min(0).max(1_000).optional(),
    spamKeptDays: z.int().min(1).max(3_650).nullable().optional(),
  }),
  output: workspace,
  async run(ctx, { version: seen, ...change }) {
    const { tx, actor } = ctx;
    const row = await lockWorkspace(tx, actor.workspaceId);
    mustBeVersion(row, seen);
    const before = await readWorkspace(tx, actor.workspaceId);
    const { requireTotp, answersPerHour, spamKeptDays } = { ...before, ...change };
    await saveWorkspace(tx, actor.workspaceId, {
      name: change.name ?? before.name,
      locale: change.locale ?? before.locale,
      time_zone: change.timeZone ?? before.timeZone,
      settings: JSON.stringify({ ...row.settings, requireTotp, answersPerHour, spamKeptDays }),
    });
    await forgetActors(ctx, null);
    const after = await readWorkspace(tx, actor.workspaceId);
    const difference = differenceOf({ ...before, version: null }, { ...after, version: undefined });
    if (difference) {
      ctx.emit(workspaceChanged, { fields: Object.keys(difference.after) });
      ctx.audit({
        action: 'workspace.changed',
        subject: { kind: 'workspace', id: after.id, name: after.name },
        ...difference,
      });
    }
    return after;
  },
});
