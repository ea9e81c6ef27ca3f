import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { slaPolicyChanged } from '../events.ts';
import { recalculation } from '../queue.data.ts';
import { lockPolicies, saveOrder } from '../store.ts';

/** The order in which policies are asked, all of it at once; those that are not named stand behind. */
export const orderPolicies = defineCommand({
  name: 'sla.order-policies',
  permission: 'sla.change',
  input: z.strictObject({ ids: z.array(id()).min(1).max(10_000) }),
  output: z.object({}),

  async run(ctx, { ids }) {
    const before = await lockPolicies(ctx);
    const known = new Set(before.map((policy) => policy.id));
    if (ids.some((each) => !known.has(each))) {
      throw new Refusal('not_found', 'sla_policy.not_found');
    }
    const first = [...new Set(ids)];
    const after = [
      ...first,
      ...before.map((policy) => policy.id).filter((each) => !first.includes(each)),
    ];
    if (after.every((each, at) => before[at]?.id === each)) {
      return {};
    }
    await saveOrder(ctx, after);
    const names = new Map(before.map((policy) => [policy.id, policy.name]));
    ctx.emit(slaPolicyChanged, { policyId: first[0] ?? '' });
    ctx.audit({
      action: 'sla-policy.ordered',
      subject: { kind: 'sla-policy', id: first[0] ?? '', name: names.get(first[0] ?? '') ?? '' },
      before: { order: before.map((policy) => policy.name) },
      after: { order: after.map((each) => names.get(each) ?? '') },
    });
    ctx.enqueue({ queue: recalculation.name, payload: {}, key: ctx.actor.workspaceId });
    return {};
  },
});
