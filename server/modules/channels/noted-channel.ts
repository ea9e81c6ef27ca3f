import type { CommandContext } from '../../kernel/commands.ts';
import { readChannelCard } from './queries/list-channels.ts';
import type { Channel } from './schema.ts';

/** The mailbox as it is now, noted for the audit log beside what it was. */
export async function notedChannel(
  ctx: CommandContext,
  action: string,
  channelId: string,
  before: Channel | null,
) {
  const at = [ctx.tx, ctx.actor.workspaceId, channelId] as const;
  const after = await readChannelCard(...at, { removed: true });
  const facts = ({ status: _status, import: _import, ...rest }: Channel) => rest;
  ctx.audit({
    action,
    subject: { kind: 'channel', id: channelId, name: after.name },
    before: before && facts(before),
    after: facts(after),
  });
  return after;
}
