import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { readTicket } from '../../tickets/public.ts';
import { readSecret } from '../queries/read-secret.ts';
import { lockEffect } from './effect-store.ts';

/** HMAC-SHA256 of "timestamp.body", so that nobody can repeat an old call as a new one. */
export const signatureOf = (
  secret: string,
  { at, body }: { readonly at: number; readonly body: string },
): string => `sha256=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

/** What is to be sent now; null: it was sent, or given up. */
export const findCall = defineCommand({
  name: 'rules.find-call',
  permission: 'rule.act',
  input: z.strictObject({ effectId: z.string() }),
  output: z
    .object({
      url: z.string(),
      body: z.string(),
      sealed: z.string().nullable(),
      at: z.number(),
      attempts: z.int(),
    })
    .nullable(),
  async run({ tx, actor, now }, { effectId }) {
    const effect = await lockEffect({ tx, actor, now }, effectId);
    if (effect?.state !== 'queued' || effect.action.kind !== 'webhook') {
      return null;
    }
    const ticket = await readTicket(tx, actor, effect.ticket_id, { evenIfHidden: true });
    const body = JSON.stringify({
      id: effectId,
      event: 'rule.acted',
      at: effect.created_at.toISOString(),
      rule: { id: effect.rule_id, name: effect.rule_name, version: effect.rule_version },
      ticket,
    });
    return {
      url: effect.action.url,
      body,
      sealed: await readSecret(tx, actor.workspaceId),
      at: Math.floor(now.getTime() / 1000),
      attempts: effect.attempts,
    };
  },
});
