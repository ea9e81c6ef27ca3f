import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { routingChanged } from '../events.ts';
import { readAgents } from '../queries/read-routing.ts';
import { agentFields } from '../schema.ts';
import * as store from '../store.ts';

/** How much somebody takes and what they know. */
export const changeAgent = defineCommand({
  name: 'routing.change-routing-agent',
  permission: 'routing.change',
  input: z.strictObject({
    userId: id(),
    capacity: agentFields.capacity.optional(),
    skills: agentFields.skills.optional(),
  }),
  output: z.object({}),
  async run(ctx, { userId, capacity, skills }) {
    await store.lockAgent(ctx, userId);
    const read = async () => {
      const all = await readAgents(ctx.tx, ctx.actor.workspaceId);
      const agent = all.find((each) => each.id === userId);
      return {
        name: agent?.name ?? '',
        set: { capacity: agent?.capacity ?? null, skills: Object.fromEntries(agent?.skills ?? []) },
      };
    };
    const { name, set: before } = await read();
    if (capacity !== undefined) {
      await store.saveCapacity(ctx, userId, capacity);
    }
    if (skills !== undefined) {
      await store.saveSkills(ctx, userId, skills);
    }
    const { set: after } = await read();
    const subject = { kind: 'user', id: userId, name };
    ctx.audit({ action: 'routing-agent.changed', subject, before, after });
    ctx.emit(routingChanged, { kind: 'agent', id: userId });
    return {};
  },
});
