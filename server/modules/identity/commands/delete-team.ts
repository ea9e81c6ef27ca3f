import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { teamDeleted } from '../events.ts';
import { forgetActors } from '../forget-actors.ts';
import { readTeam } from '../queries/list-teams.ts';
import { deleteTeam as removeTeam, lockTeam } from '../store.ts';

/** @throws Refusal 422 team.in_use while tickets or channels name the team */
export const deleteTeam = defineCommand({
  name: 'delete-team',
  permission: 'team.change',
  input: z.strictObject({ id: id() }),
  output: z.null(),
  async run(ctx, { id: teamId }) {
    const { tx, actor } = ctx;
    const key = { workspaceId: actor.workspaceId, id: teamId };
    await lockTeam(tx, key);
    const before = await readTeam(tx, key.workspaceId, teamId);
    await removeTeam(tx, key);
    await forgetActors(ctx, null);
    ctx.emit(teamDeleted, { teamId });
    ctx.audit({
      action: 'team.deleted',
      subject: { kind: 'team', id: teamId, name: before.name },
      before: { name: before.name, members: before.members },
      after: null,
    });
    return null;
  },
});
