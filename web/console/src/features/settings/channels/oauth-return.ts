import type { Channel, Guess, OauthProvider } from '../../../lib/settings-types.ts';

/** What must be known again when the browser comes back from the provider's sign-in page. */
export type Leaving = { address: string; guess: Guess; channelId?: Channel['id'] };

const waitingKey = 'otklik.oauth';

export function rememberLeaving(leaving: Leaving): void {
  sessionStorage.setItem(waitingKey, JSON.stringify(leaving));
}

export function recallLeaving(): Leaving | null {
  const text = sessionStorage.getItem(waitingKey);
  return text ? (JSON.parse(text) as Leaving) : null;
}

export function forgetLeaving(): void {
  sessionStorage.removeItem(waitingKey);
}

export const providers = ['google', 'microsoft', 'yandex'] as const;

const isProvider = (value: unknown): value is OauthProvider =>
  providers.some((provider) => provider === value);

export type OauthReturn = {
  grant: { provider: OauthProvider; grant: string } | null;
  address: string | null;
  problem: string | null;
};

/** The address the server sends the browser back to: `?oauth=…&provider=…` or `?connect=1&problem=…`. */
export function readReturn(search: Record<string, unknown>): OauthReturn {
  const { oauth, provider, address, problem } = search;
  return {
    grant: oauth !== undefined && isProvider(provider) ? { provider, grant: String(oauth) } : null,
    address: typeof address === 'string' ? address : null,
    problem: typeof problem === 'string' ? problem : null,
  };
}
