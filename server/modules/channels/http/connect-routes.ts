import { resolveMx, resolveSrv } from 'node:dns/promises';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { emailAddress, id } from '../../../kernel/text.ts';
import type { GuessedSettings } from '../email/guess/guess.ts';
import { guessSettings } from '../email/guess/guess-settings.ts';
import { outsideFetch } from '../email/guess/outside-fetch.ts';
import { probeMailbox } from '../email/imap/probe-mailbox.ts';
import type { ProbeStep } from '../email/imap/probe-step.ts';
import { OAuthProblem } from '../email/oauth/provider.ts';
import { readChannelRow } from '../queries/channel-state.ts';
import { readGrant } from '../queries/read-grant.ts';
import { MailSettingsInput, Security } from '../schema.ts';
import { mailboxSettings, sendingSettings, type SecretParts } from '../servers.ts';
import { mergeSettings, type Sealing } from '../settings.ts';

export type ConnectParts = Sealing & SecretParts & { readonly db: Database; readonly clock: Clock };

const ProbeInput = z.strictObject({
  settings: MailSettingsInput,
  /** A mailbox that is known already: what is not sent is taken from it. */
  channelId: id().optional(),
});

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

async function probe(
  parts: ConnectParts,
  actor: Actor,
  { settings, channelId }: z.infer<typeof ProbeInput>,
): Promise<z.infer<typeof ProbeAnswer>> {
  const { workspaceId } = actor;
  const { known, grant } = await parts.db.read(workspaceId, async (db) => ({
    known: channelId === undefined ? null : await readChannelRow(db, workspaceId, channelId),
    grant: await readGrant(parts, db, { actor, grant: settings.oauthGrant, now: parts.clock() }),
  }));
  const merged = mergeSettings(parts, known, settings, {
    address: grant?.address ?? known?.address ?? '',
    grant,
  });
  const channel = {
    id: known?.id ?? '',
    workspace_id: workspaceId,
    settings: merged.settings,
    secrets: null,
  };
  const secrets: SecretParts = {
    secretsOf: () => merged.secrets,
    // The tokens of a fresh grant are used as they are: to renew them would be to use the grant up.
    async accessToken(of, options) {
      if (grant) {
        return grant.tokens.accessToken;
      }
      if (!merged.secrets.oauth) {
        throw new OAuthProblem('sign_in_again', 'nobody has signed in yet');
      }
      return parts.accessToken(of, options);
    },
  };
  const incoming = mailboxSettings(secrets, channel);
  const steps: ProbeStep[] = await probeMailbox({
    incoming,
    outgoing: sendingSettings(secrets, channel),
  });
  if (merged.settings.imap && !incoming) {
    const detail = 'no password was given';
    steps.unshift({ step: 'sign_in', ok: false, code: 'wrong_password', detail });
  }
  return { ok: steps.length > 0 && steps.every(({ ok }) => ok), steps };
}

const nothingGuessed = {
  source: 'none',
  provider: null,
  imap: null,
  smtp: null,
  hints: [],
  oauth: null,
};

const toAnswer = ({
  source,
  provider,
  incoming,
  outgoing,
  user,
  needs,
  oauth,
}: GuessedSettings) => ({
  source,
  provider,
  imap: incoming,
  smtp: outgoing,
  user,
  hints: [...needs],
  oauth,
});

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
        fetch: outsideFetch(),
        resolver: { resolveMx, resolveSrv },
      });
      return { json: guessed ? toAnswer(guessed) : { ...nothingGuessed, user: input.address } };
    },
  }),
  specialRoute('POST /channels/probe', {
    name: 'channels.probe',
    summary: 'Try the settings of a mailbox, step by step',
    permission: 'channel.change',
    input: ProbeInput,
    output: ProbeAnswer,
    handle: async ({ actor, input }) => ({ json: await probe(parts, actor as Actor, input) }),
  }),
];
