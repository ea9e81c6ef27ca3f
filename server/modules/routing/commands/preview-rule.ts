import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { requireTicketId, ticketRef } from '../../tickets/public.ts';
import { mustNameKnown } from '../must-name-known.ts';
import { withNames } from '../queries/explain-ticket.ts';
import { playTicket } from '../queries/play-ticket.ts';
import { readRuleRows, storedOf } from '../queries/read-routing.ts';
import type { RoutingMemory } from '../memory.ts';
import { RuleDefinition, ShownDecision } from '../schema.ts';

const draftId = '00000000-0000-0000-0000-000000000000';

/**
 * Where a ticket would go now. It writes nothing; a draft is too long for an address, so it comes as a body: instead of the rule
 * that it changes, or behind all others.
 */
export const previewRouting = (memory: RoutingMemory) =>
  defineCommand({
    name: 'routing.preview-routing',
    permission: 'routing.change',
    input: z.strictObject({
      ticketId: ticketRef,
      draft: RuleDefinition.optional(),
      ruleId: id().optional(),
      /** Asks the draft alone. */
      only: z.boolean().default(false),
    }),
    output: ShownDecision,
    async run(ctx, { ticketId: ref, draft, ruleId, only }) {
      const { tx, actor, now } = ctx;
      const { workspaceId } = actor;
      await mustNameKnown(ctx, draft ?? {});
      const ticketId = await requireTicketId(tx, actor, ref);
      const stored = (await readRuleRows(tx, workspaceId)).map(storedOf);
      const mine = draft && { ...draft, enabled: true, id: ruleId ?? draftId };
      const isThere = stored.some((rule) => rule.id === ruleId);
      const others = stored.map((rule) => (mine && rule.id === mine.id ? mine : rule));
      const rules = mine && (only ? [mine] : isThere ? others : [...others, mine]);
      const asked = { workspaceId, ticketId, now };
      const { decision } = await playTicket(tx, asked, { memory, ...(rules && { rules }) });
      return withNames(tx, workspaceId, { decision, at: null });
    },
  });
