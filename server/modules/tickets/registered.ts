import type { CommandContext } from '../../kernel/commands.ts';
import { mustBePermitted } from '../../kernel/executor.ts';
import { applyTo } from './door.ts';
import type { Status } from './schema.ts';
import type { TicketRecord } from './store.ts';

/** Ways in which people ask that no program hears: an agent writes down what was said. */
export const registeredKinds = ['phone', 'visit', 'letter'] as const;
export type RegisteredKind = (typeof registeredKinds)[number];

/** An answer to what was said leaves by mail, as one to what a program has opened does. */
export const isAnsweredByMail = (channelKind: string): boolean =>
  channelKind === 'email' ||
  channelKind === 'api' ||
  channelKind === 'form' ||
  (registeredKinds as readonly string[]).includes(channelKind);

/** A new ticket gets another status in its first moment. Whoever is spoken to has had their first answer with that. */
export async function beginIn(
  ctx: CommandContext,
  ticket: TicketRecord,
  { status, channel }: { status: Status | undefined; channel: RegisteredKind | undefined },
): Promise<void> {
  if (status === undefined) {
    return;
  }
  mustBePermitted(ctx.actor, 'ticket.change');
  const isAnswered = status === 'solved' && (channel === 'phone' || channel === 'visit');
  await applyTo(ctx, ticket, {
    changes: { status },
    occurrences: [],
    ...(isAnswered && { also: { first_responded_at: ctx.now } }),
  });
}
