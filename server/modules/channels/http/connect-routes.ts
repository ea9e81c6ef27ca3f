import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { id } from '../../../kernel/text.ts';
import { probeMailbox } from '../email/imap/probe-mailbox.ts';
import { readChannelRow } from '../queries/channel-state.ts';
import { MailSettingsInput } from '../schema.ts';
import { mailboxSettings, sendingSettings, type SecretParts } from '../servers.ts';
import { mergeSettings, type Sealing } from '../settings.ts';

export type ConnectParts = Sealing & SecretParts & { readonly db: Database };

const ProbeAnswer = z.object({
  ok: z.boolean(),
  steps: z.array(
    z
      .object({
        step: z.string(),
        ok: z.boolean(),
        code: z.string().nullable(),
        detail: z.string().nullable(),
      })
      .meta({ id: 'ProbeStep' }),
  ),
});

/** What helps to connect a mailbox, before anything is saved. */
export const connectRoutes = (parts: ConnectParts): Route[] => [
  specialRoute('POST /channels/probe', {
    name: 'channels.probe',
    summary: 'Try the settings of a mailbox, step by step',
    permission: 'channel.change',
    input: z.strictObject({ settings: MailSettingsInput, channelId: id().optional() }),
    output: ProbeAnswer,
    async handle({ actor: asking, input }) {
      const { workspaceId } = asking as Actor;
      const known = input.channelId
        ? await parts.db.read(workspaceId, (db) => readChannelRow(db, workspaceId, input.channelId ?? ''))
        : null;
      const merged = mergeSettings(parts, known, input.settings, known?.address ?? '');
      const channel = { ...merged, id: known?.id ?? '', workspace_id: workspaceId };
      const steps = await probeMailbox({
        incoming: mailboxSettings(parts, channel),
        outgoing: sendingSettings(parts, channel),
      });
      return { json: { ok: steps.length > 0 && steps.every(({ ok }) => ok), steps } };
    },
  }),
];
