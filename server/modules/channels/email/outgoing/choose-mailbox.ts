import type { CommandContext } from '../../../../kernel/commands.ts';
import { readWorkspace } from '../../../identity/public.ts';
import { mailChannels, type ChannelRow } from '../../channel-store.ts';
import { senderNameOf } from './header-words.ts';

export type Mailbox = ChannelRow & { readonly address: string };

export const canSend = ({ settings }: Pick<ChannelRow, 'settings'>): boolean =>
  Boolean(settings.smtp);
const hasAddress = (row: ChannelRow): row is Mailbox => row.address !== null;

/** The ticket's mailbox when it can send; else one of the company's that can; else any, whose letters go nowhere but here. */
export async function chooseMailbox(
  ctx: CommandContext,
  channelId: string | null,
): Promise<Mailbox | null> {
  return pickMailbox(await mailChannels(ctx.tx, ctx.actor.workspaceId), channelId);
}

export function pickMailbox(
  channels: readonly ChannelRow[],
  channelId: string | null,
): Mailbox | null {
  const all = channels.filter(hasAddress);
  const own = all.find(({ id }) => id === channelId);
  return (own && canSend(own) ? own : all.find(canSend)) ?? own ?? all[0] ?? null;
}

/** `Name <address>` of whoever answers by a mailbox. */
export async function senderOf(
  ctx: CommandContext,
  mailbox: Mailbox,
  author: string,
): Promise<string> {
  const { name: company } = await readWorkspace(ctx.tx, ctx.actor.workspaceId);
  return `${senderNameOf(mailbox, author, company)} <${mailbox.address}>`;
}
