import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/client.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import type { OauthProvider } from '../../../lib/settings-types.ts';
import { rememberLeaving, type Leaving } from './oauth-return.ts';

/** Leaves for the provider's sign-in page. `needsApplication`: nobody has named the application yet. */
export function useSignIn(leaving: Leaving) {
  const go = useMutation({
    mutationFn: (provider: OauthProvider) =>
      api.post<{ url: string }>('/channels/oauth', { provider, address: leaving.address }),
    onSuccess: ({ url }) => {
      rememberLeaving(leaving);
      location.assign(url);
    },
  });
  const needsApplication =
    go.error instanceof ApiProblem && go.error.code === 'oauth.not_configured'
      ? (go.variables ?? null)
      : null;
  return { go, needsApplication };
}
