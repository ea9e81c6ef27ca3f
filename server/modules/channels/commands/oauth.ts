import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { line, text } from '../../../kernel/text.ts';
import { insertAttempt, lockAttempt, saveApplication, saveAttempt } from '../oauth-store.ts';
import { readApplication } from '../queries/read-application.ts';
import { lockChannel, saveChannelSecrets } from '../channel-store.ts';
import type { StoredSecrets } from '../schema.ts';
import { readSecrets, type Sealing } from '../settings.ts';

export const Provider = z.enum(['google', 'microsoft', 'yandex']);

export const Application = z
  .object({
    provider: Provider,
    clientId: z.string(),
    hasSecret: z.boolean(),
    authorizeUrl: z.string().nullable(),
    tokenUrl: z.string().nullable(),
    userUrl: z.string().nullable(),
  })
  .meta({ id: 'OAuthApplication' });

const endpoint = () =>
  z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .optional();

/** The administrator's own application at a provider. The secret goes in and never comes out. */
export const setApplication = ({ secrets }: Pick<Sealing, 'secrets'>) =>
  defineCommand({
    name: 'channels.set-oauth-application',
    permission: 'channel.change',
    input: z.strictObject({
      provider: Provider,
      clientId: line({ min: 1, max: 500 }),
      clientSecret: text({ min: 1, max: 1000 }).nullable().optional(),
      authorizeUrl: endpoint(),
      tokenUrl: endpoint(),
      userUrl: endpoint(),
    }),
    output: Application,
    async run(ctx, { provider, clientId, clientSecret, ...urls }) {
      const before = await readApplication(ctx.tx, ctx.actor.workspaceId, provider);
      const { authorizeUrl = null, tokenUrl = null, userUrl = null } = urls;
      const sealed = clientSecret ? secrets.seal(clientSecret) : null;
      const { client_secret: kept = null, version = 0 } = before ?? {};
      const row = {
        workspace_id: ctx.actor.workspaceId,
        provider,
        client_id: clientId,
        // One that was not sent again stays.
        client_secret: clientSecret === undefined ? kept : sealed,
        authorize_url: authorizeUrl,
        token_url: tokenUrl,
        user_url: userUrl,
        version: version + 1,
      };
      await saveApplication(ctx, row);
      const after = toApplication(row);
      ctx.audit({
        action: 'oauth-application.changed',
        subject: { kind: 'oauth-application', id: provider, name: provider },
        before: before ? toApplication(before) : null,
        after,
      });
      return after;
    },
  });

export const toApplication = (
  row: NonNullable<Awaited<ReturnType<typeof readApplication>>>,
): z.infer<typeof Application> => ({
  provider: row.provider,
  clientId: row.client_id,
  hasSecret: row.client_secret !== null,
  authorizeUrl: row.authorize_url,
  tokenUrl: row.token_url,
  userUrl: row.user_url,
});

export const beginAttempt = defineCommand({
  name: 'channels.begin-oauth',
  permission: 'channel.change',
  input: z.strictObject({ provider: Provider, state: z.string(), sealedVerifier: z.string() }),
  output: z.object({}),
  async run(ctx, { provider, state, sealedVerifier }) {
    await insertAttempt(ctx, {
      workspace_id: ctx.actor.workspaceId,
      state,
      user_id: ctx.actor.id ?? '',
      provider,
      verifier: sealedVerifier,
      tokens: null,
      address: null,
      created_at: ctx.now,
    });
    return {};
  },
});

/** What the attempt was begun with; refused for anybody but the person who began it. */
export const recallAttempt = defineCommand({
  name: 'channels.recall-oauth',
  permission: 'channel.change',
  input: z.strictObject({ state: z.string().max(200) }),
  output: z.object({ provider: Provider, sealedVerifier: z.string() }),
  async run(ctx, { state }) {
    const { provider, verifier } = await lockAttempt(ctx, state);
    return { provider, sealedVerifier: verifier };
  },
});

export const keepAttempt = defineCommand({
  name: 'channels.keep-oauth',
  permission: 'channel.change',
  input: z.strictObject({
    state: z.string(),
    sealedTokens: z.string(),
    address: z.string().nullable(),
  }),
  output: z.object({}),
  async run(ctx, { state, sealedTokens, address }) {
    await lockAttempt(ctx, state);
    await saveAttempt(ctx, state, { tokens: sealedTokens, address });
    return {};
  },
});

/** Renewed tokens of a mailbox: safe before they are used, since some providers forget the old ones at once. */
export const keepTokensOf = (sealing: Pick<Sealing, 'secrets'>) =>
  defineCommand({
    name: 'channels.keep-tokens',
    permission: 'channel.run',
    input: z.strictObject({
      channelId: z.string(),
      tokens: z.custom<NonNullable<StoredSecrets['oauth']>>(),
    }),
    output: z.object({}),
    async run(ctx, { channelId, tokens }) {
      const row = await lockChannel(ctx, channelId);
      const known = readSecrets(sealing, row.secrets);
      await saveChannelSecrets(
        ctx,
        channelId,
        sealing.secrets.seal(JSON.stringify({ ...known, oauth: tokens })),
      );
      return {};
    },
  });
