import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { teamChanged } from '../events.ts';
import { forgetActors } from '../forget-actors.ts';
import { readTeam } from '../queries/list-teams.ts';
import { differenceOf, mustBeVersion } from '../rules.ts';
import { edit, ids, shortName, team } from '../schema.ts';
import { lockTeam, saveTeam, setMembersOfTeam } from '../store.ts';

export const changeTeam = defineCommand({
  name: 'change-team',
  permission: 'team.change',
  input: z.strictObject({
    ...edit,
    name: shortName().optional(),
    memberIds: ids(1_000).optional(),
  }),
  output: team,
  async run(ctx, { id, version, name, memberIds }) {
    const { tx, actor } = ctx;
    const key = { workspaceId: actor.workspaceId, id };
    const row = await lockTeam(tx, key);
    mustBeVersion(row, version);
    const before = await readTeam(tx, key.workspaceId, id);
    await saveTeam(tx, key, name ?? row.name);
    if (memberIds) {
      await setMembersOfTeam(tx, key, memberIds);
    }
    await forgetActors(ctx, null);
    const after = await readTeam(tx, key.workspaceId, id);
    const difference = differenceOf(
      { name: before.name, members: before.members },
      { name: after.name, members: after.members },
    );
    if (difference) {
      ctx.emit(teamChanged, { teamId: id });
      ctx.audit({
        action: 'team.changed',
        subject: { kind: 'team', id, name: after.name },
        ...difference,
      });
    }
    return after;
  },
});
