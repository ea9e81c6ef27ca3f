import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { emailAddress, text } from '../../../kernel/text.ts';
import { clientOf, providerOf, type OAuthParts } from '../access-tokens.ts';
import { beginAttempt, keepAttempt, Provider, recallAttempt } from '../commands/oauth.ts';
import { OAuthProblem } from '../email/oauth/provider.ts';
import { finishSignIn, startSignIn } from '../email/oauth/sign-in.ts';
import { readApplication } from '../queries/read-application.ts';

const callbackPath = '/api/v1/channels/oauth/callback';

/** Sign-in at the provider of a mailbox: the browser goes there and comes back with a grant for the settings. */
export const oauthRoutes = (parts: OAuthParts): Route[] => {
  const application = async (actor: Actor, provider: string) => {
    const row = await parts.db.read(actor.workspaceId, (db) =>
      readApplication(db, actor.workspaceId, provider),
    );
    if (!row) {
      throw new Refusal('not_allowed', 'oauth.not_configured');
    }
    return row;
  };
  const redirectUri = (headers: { host?: string | undefined }, secure: boolean) =>
    `${parts.publicUrl ?? `${secure ? 'https' : 'http'}://${headers.host ?? 'localhost'}`}${callbackPath}`;

  return [
    specialRoute('POST /channels/oauth', {
      name: 'channels.start-oauth',
      summary: 'Begin the sign-in at a provider of mail',
      permission: 'channel.change',
      input: z.strictObject({ provider: Provider, address: emailAddress().optional() }),
      output: z.object({ url: z.string() }),
      async handle({ actor: asking, input, headers, secure }) {
        const actor = asking as Actor;
        const row = await application(actor, input.provider);
        const client = clientOf(parts, row, redirectUri(headers, secure));
        const { url, state, verifier } = startSignIn(
          providerOf(row),
          client,
          input.address ?? null,
        );
        const attempt = {
          provider: input.provider,
          state,
          sealedVerifier: parts.secrets.seal(verifier),
        };
        await parts.executor().execute(beginAttempt, attempt, actor);
        return { json: { url } };
      },
    }),
    specialRoute('GET /channels/oauth/callback', {
      name: 'channels.finish-oauth',
      summary: 'Where the provider sends the browser back to',
      status: 303,
      permission: 'channel.change',
      input: z.object({ state: text({ max: 200 }).default('') }).catchall(text({ max: 4000 })),
      contentType: 'text/plain',
      async handle({ actor: asking, input, headers, secure }) {
        const actor = asking as Actor;
        const { state, ...rest } = input;
        const query = new URLSearchParams({ state, ...rest } as Record<string, string>);
        const back = (result: Record<string, string>) => ({
          status: 303,
          content: '',
          headers: { location: `/settings/channels?${new URLSearchParams(result).toString()}` },
        });
        try {
          const { provider, sealedVerifier } = await parts
            .executor()
            .execute(recallAttempt, { state }, actor);
          const row = await application(actor, provider);
          const client = clientOf(parts, row, redirectUri(headers, secure));
          const { tokens, address } = await finishSignIn(
            providerOf(row),
            client,
            { state, verifier: parts.secrets.unseal(sealedVerifier), query },
            { fetch: parts.fetch, now: parts.clock },
          );
          const sealedTokens = parts.secrets.seal(JSON.stringify(tokens));
          await parts.executor().execute(keepAttempt, { state, sealedTokens, address }, actor);
          return back({ oauth: state, provider, ...(address && { address }) });
        } catch (error) {
          if (error instanceof OAuthProblem || error instanceof Refusal) {
            return back({ connect: '1', problem: error.code });
          }
          throw error;
        }
      },
    }),
  ];
};
