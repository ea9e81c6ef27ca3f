import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { teamAdded } from '../events.ts';
import { forgetActors } from '../forget-actors.ts';
import { readTeam } from '../queries/list-teams.ts';
import { ids, shortName, team } from '../schema.ts';
import { insertTeam, setMembersOfTeam } from '../store.ts';

export const addTeam = defineCommand({
  name: 'add-team',
  permission: 'team.change',
  input: z.strictObject({ name: shortName(), memberIds: ids(1_000).default([]) }),
  output: team,
  async run(ctx, { name, memberIds }) {
    const { tx, actor, now } = ctx;
    const key = { workspaceId: actor.workspaceId, id: newId() };
    await insertTeam(tx, { workspace_id: key.workspaceId, id: key.id, name, created_at: now });
    await setMembersOfTeam(tx, key, memberIds);
    await forgetActors(ctx, null);
    const added = await readTeam(tx, key.workspaceId, key.id);
    ctx.emit(teamAdded, { teamId: key.id });
    ctx.audit({
      action: 'team.added',
      subject: { kind: 'team', id: key.id, name },
      before: null,
      after: { name, members: added.members },
    });
    return added;
  },
});
