import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { isForeignKeyViolation, isUniqueViolation } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { id } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import {
  insertChannel,
  lockChannel,
  lockChannelState,
  saveChannel,
  saveChannelState,
  type ChannelRow,
} from '../channel-store.ts';
import { channelAdded, channelChanged } from '../events.ts';
import { readChannelCard } from '../queries/list-channels.ts';
import { Channel, MailSettingsInput, channelFields, type StoredSettings } from '../schema.ts';
import { deleteAttempt, lockAttempt } from '../oauth-store.ts';
import { notedChannel } from '../noted-channel.ts';
import {
  mergeSettings,
  mustBeComplete,
  sealSecrets,
  type Grant,
  type Sealing,
} from '../settings.ts';

export const addChannel = (sealing: Sealing) =>
  defineCommand({
    name: 'channels.add',
    permission: 'channel.change',
    input: z.strictObject({
      kind: z.literal('email'),
      name: channelFields.name,
      address: channelFields.address,
      teamId: channelFields.teamId.optional(),
      active: z.boolean().optional(),
      settings: MailSettingsInput,
    }),
    output: Channel,

    async run(ctx, { settings, teamId = null, active = true, ...fields }) {
      const merged = mergeSettings(sealing, null, settings, {
        address: fields.address,
        grant: await takeGrant(ctx, sealing, settings.oauthGrant),
      });
      mustBeComplete(merged);
      const row = {
        ...fields,
        workspace_id: ctx.actor.workspaceId,
        id: newId(),
        active,
        built_in: false,
        settings: JSON.stringify(merged.settings),
        secrets: sealSecrets(sealing, merged.secrets),
        team_id: teamId,
        version: 1,
        created_at: ctx.now,
        removed_at: null,
      };
      await refuseUnfit(() => insertChannel(ctx, row));
      ctx.emit(channelAdded, { channelId: row.id });
      return notedChannel(ctx, 'channel.added', row.id, null);
    },
  });

export const changeChannel = (sealing: Sealing) =>
  defineCommand({
    name: 'channels.change',
    permission: 'channel.change',
    input: z.strictObject({
      channelId: id(),
      version: z.int().optional(),
      name: channelFields.name.optional(),
      address: channelFields.address.optional(),
      teamId: channelFields.teamId.optional(),
      active: z.boolean().optional(),
      settings: MailSettingsInput.optional(),
    }),
    output: Channel,

    async run(ctx, { channelId, version, settings, teamId, ...fields }) {
      const before = await lockChannel(ctx, channelId);
      mustBeCurrent(before, version);
      const shown = await readChannelCard(ctx.tx, ctx.actor.workspaceId, channelId);
      const merged =
        settings &&
        mergeSettings(sealing, before, settings, {
          address: fields.address ?? before.address ?? '',
          grant: await takeGrant(ctx, sealing, settings.oauthGrant),
        });
      if (merged && !before.built_in) {
        mustBeComplete(merged);
      }
      if (merged) {
        await moveReading(ctx, before, merged.settings);
      }
      await refuseUnfit(() =>
        saveChannel(ctx, channelId, {
          name: fields.name ?? before.name,
          address: fields.address ?? before.address,
          active: fields.active ?? before.active,
          team_id: teamId === undefined ? before.team_id : teamId,
          ...(merged && {
            settings: JSON.stringify(merged.settings),
            secrets: sealSecrets(sealing, merged.secrets),
          }),
          version: before.version + 1,
        }),
      );
      ctx.emit(channelChanged, { channelId });
      return notedChannel(ctx, 'channel.changed', channelId, shown);
    },
  });

/** Numbers of letters mean something in their folder only. */
async function moveReading(
  ctx: CommandContext,
  before: ChannelRow,
  after: StoredSettings,
): Promise<void> {
  const placeOf = ({ imap, folder }: StoredSettings) => ({
    host: imap?.host.toLowerCase(),
    folder: `${imap?.user} ${folder ?? 'INBOX'}`,
  });
  const was = placeOf(before.settings);
  const is = placeOf(after);
  const { position } =
    was.folder === is.folder ? await lockChannelState(ctx, before.id) : { position: null };
  if (was.folder !== is.folder) {
    await saveChannelState(ctx, before.id, { position: null });
  } else if (was.host !== is.host && position) {
    // The same mailbox by another name, perhaps: what came since the last letter is looked at again.
    const unknown = { ...position, uidValidity: '0' };
    await saveChannelState(ctx, before.id, { position: JSON.stringify(unknown) });
  }
}

async function refuseUnfit(save: () => Promise<void>): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (isForeignKeyViolation(error, 'channel_workspace_id_team_id_fkey')) {
      throw new Refusal('not_allowed', 'team.not_found');
    }
    throw isUniqueViolation(error, 'channel_address')
      ? new Refusal('not_allowed', 'channel.address_taken')
      : error;
  }
}

/** Tokens of a sign-in at the provider that this person has just finished; they are used once. */
async function takeGrant(
  ctx: CommandContext,
  { secrets }: Sealing,
  grant: string | undefined,
): Promise<Grant | null> {
  if (grant === undefined) {
    return null;
  }
  const { tokens, provider } = await lockAttempt(ctx, grant);
  if (tokens === null) {
    throw new Refusal('not_allowed', 'oauth.attempt_unknown');
  }
  await deleteAttempt(ctx, grant);
  return { provider, tokens: JSON.parse(secrets.unseal(tokens)) as Grant['tokens'] };
}
