import { resolveMx, resolveSrv } from 'node:dns/promises';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { fetchOutside } from '../../../kernel/outside/fetch-outside.ts';
import { emailAddress, id } from '../../../kernel/text.ts';
import { guessSettings } from '../email/guess/guess-settings.ts';
import { probeMailbox } from '../email/imap/probe-mailbox.ts';
import { readChannelRow } from '../queries/channel-state.ts';
import { MailSettingsInput, Security } from '../schema.ts';
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

const GuessedServer = z.object({ host: z.string(), port: z.int(), security: Security });

const GuessAnswer = z.object({
  source: z.string(),
  provider: z.string().nullable(),
  imap: GuessedServer.nullable(),
  smtp: GuessedServer.nullable(),
  user: z.string(),
  hints: z.array(z.string()),
  oauth: z.enum(['google', 'microsoft', 'yandex']).nullable(),
});

/** The domain is whatever somebody typed: it must not make us look into our own network. */
const outsideFetch: typeof fetch = async (input) => {
  const { status, body } = await fetchOutside(String(input), {
    maxBytes: 256 * 1024,
    timeoutMs: 4_000,
  });
  return new Response(Buffer.from(body), { status });
};

/** What helps to connect a mailbox, before anything is saved. */
export const connectRoutes = (parts: ConnectParts): Route[] => [
  specialRoute('POST /channels/guess', {
    name: 'channels.guess',
    summary: 'Guess the settings of a mailbox from its address',
    permission: 'channel.change',
    input: z.strictObject({ address: emailAddress() }),
    output: GuessAnswer,
    async handle({ input }) {
      const guessed = await guessSettings(input.address, {
        fetch: outsideFetch,
        resolver: { resolveMx, resolveSrv },
      });
      return {
        json: {
          source: guessed?.source ?? 'none',
          provider: guessed?.provider ?? null,
          imap: guessed?.incoming ?? null,
          smtp: guessed?.outgoing ?? null,
          user: guessed?.user ?? input.address,
          hints: [...(guessed?.needs ?? [])],
          oauth: guessed?.oauth ?? null,
        },
      };
    },
  }),
  specialRoute('POST /channels/probe', {
    name: 'channels.probe',
    summary: 'Try the settings of a mailbox, step by step',
    permission: 'channel.change',
    input: z.strictObject({ settings: MailSettingsInput, channelId: id().optional() }),
    output: ProbeAnswer,
    async handle({ actor: asking, input }) {
      const { workspaceId } = asking as Actor;
      const known = input.channelId
        ? await parts.db.read(workspaceId, (db) =>
            readChannelRow(db, workspaceId, input.channelId ?? ''),
          )
        : null;
      const merged = mergeSettings(parts, known, input.settings, { address: known?.address ?? '' });
      const channel = { ...merged, id: known?.id ?? '', workspace_id: workspaceId };
      const steps = await probeMailbox({
        incoming: mailboxSettings(parts, channel),
        outgoing: sendingSettings(parts, channel),
      });
      return { json: { ok: steps.length > 0 && steps.every(({ ok }) => ok), steps } };
    },
  }),
];
