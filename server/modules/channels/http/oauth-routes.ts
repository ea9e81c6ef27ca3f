import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { specialRoute, type Route, type SpecialRequest } from '../../../kernel/routes.ts';
import { emailAddress, text } from '../../../kernel/text.ts';
import { clientOf, providerOf, type OAuthParts } from '../access-tokens.ts';
import { beginAttempt, keepAttempt, Provider, recallAttempt } from '../commands/oauth.ts';
import { OAuthProblem, type OAuthProvider } from '../email/oauth/provider.ts';
import { finishSignIn, startSignIn } from '../email/oauth/sign-in.ts';
import { readApplication } from '../queries/read-application.ts';

const callbackPath = '/api/v1/channels/oauth/callback';

type Asked = SpecialRequest<unknown>;

async function applicationOf({ db }: OAuthParts, actor: Actor, provider: string) {
  const row = await db.read(actor.workspaceId, (reader) =>
    readApplication(reader, actor.workspaceId, provider),
  );
  if (!row) {
    throw new Refusal('not_allowed', 'oauth.not_configured');
  }
  return row;
}

/** As the browser knows us; providers compare it letter by letter with what was registered. */
function redirectUri({ publicUrl }: OAuthParts, { headers, secure }: Asked): string {
  const own = publicUrl ?? `${secure ? 'https' : 'http'}://${headers.host ?? 'localhost'}`;
  return new URL(callbackPath, own).href;
}

async function begin(
  parts: OAuthParts,
  asked: Asked,
  { provider, address }: { provider: OAuthProvider['id']; address?: string | undefined },
): Promise<string> {
  const actor = asked.actor as Actor;
  const row = await applicationOf(parts, actor, provider);
  const client = clientOf(parts, row, redirectUri(parts, asked));
  const { url, state, verifier } = startSignIn(providerOf(row), client, address ?? null);
  const attempt = { provider, state, sealedVerifier: parts.secrets.seal(verifier) };
  await parts.executor().execute(beginAttempt, attempt, actor);
  return url;
}

/** Turns the browser's way back into kept tokens. @returns what the settings page is told */
async function finish(
  parts: OAuthParts,
  asked: Asked,
  query: URLSearchParams,
): Promise<Record<string, string>> {
  const actor = asked.actor as Actor;
  const state = query.get('state') ?? '';
  const { provider, sealedVerifier } = await parts
    .executor()
    .execute(recallAttempt, { state }, actor);
  const row = await applicationOf(parts, actor, provider);
  const { tokens, address } = await finishSignIn(
    providerOf(row),
    clientOf(parts, row, redirectUri(parts, asked)),
    { state, verifier: parts.secrets.unseal(sealedVerifier), query },
    { fetch: parts.fetch, now: parts.clock },
  );
  const sealedTokens = parts.secrets.seal(JSON.stringify(tokens));
  await parts.executor().execute(keepAttempt, { state, sealedTokens, address }, actor);
  return { oauth: state, provider, ...(address && { address }) };
}

/** Sign-in at the provider of a mailbox: the browser goes there and comes back with a grant for the settings. */
export const oauthRoutes = (parts: OAuthParts): Route[] => [
  specialRoute('POST /channels/oauth', {
    name: 'channels.start-oauth',
    summary: 'Begin the sign-in at a provider of mail',
    permission: 'channel.change',
    input: z.strictObject({ provider: Provider, address: emailAddress().optional() }),
    output: z.object({ url: z.string() }),
    handle: async (asked) => ({ json: { url: await begin(parts, asked, asked.input) } }),
  }),
  specialRoute('GET /channels/oauth/callback', {
    name: 'channels.finish-oauth',
    summary: 'Where the provider sends the browser back to',
    status: 303,
    permission: 'channel.change',
    input: z.object({ state: text({ max: 200 }).default('') }).catchall(text({ max: 4000 })),
    contentType: 'text/plain',
    async handle(asked) {
      const query = new URLSearchParams(asked.input as Record<string, string>);
      try {
        return backToSettings(await finish(parts, asked, query));
      } catch (error) {
        if (error instanceof OAuthProblem || error instanceof Refusal) {
          return backToSettings({ connect: '1', problem: error.code });
        }
        throw error;
      }
    },
  }),
];

const backToSettings = (told: Record<string, string>) => ({
  status: 303,
  content: '',
  headers: { location: `/settings/channels?${new URLSearchParams(told).toString()}` },
});
