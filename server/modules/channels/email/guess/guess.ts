import type { Security } from '../imap/settings.ts';

export type GuessedServer = {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
};

/** What the administrator must do at the provider first; the words come from the clients. */
export type GuessNeed =
  /** The account's own password is refused; one for applications is made in the account's settings. */
  | 'app_password'
  /** IMAP is off until it is switched on in the mailbox's settings. */
  | 'imap_switch'
  /** No password is accepted at all: sign in at the provider. */
  | 'oauth';

export type KnownProvider = {
  readonly id: string;
  /** Domains of addresses. */
  readonly domains: readonly RegExp[];
  /** Hosts in MX records of own domains served by this provider. */
  readonly mx: readonly RegExp[];
  readonly incoming: GuessedServer;
  readonly outgoing: GuessedServer;
  readonly needs: readonly GuessNeed[];
  /** `sign-in` by the provider's page is possible; null: password only. */
  readonly oauth: 'google' | 'microsoft' | 'yandex' | null;
};

export type GuessedSettings = {
  /** `known`: by the address's domain; `mx`: by the provider that takes the domain's mail; `guess`: nobody said so. */
  readonly source: 'known' | 'mx' | 'autoconfig' | 'srv' | 'guess';
  readonly provider: string | null;
  readonly incoming: GuessedServer;
  readonly outgoing: GuessedServer;
  readonly user: string;
  readonly needs: readonly GuessNeed[];
  readonly oauth: KnownProvider['oauth'];
};

export type DnsQuestions = {
  resolveMx(
    domain: string,
  ): Promise<readonly { readonly exchange: string; readonly priority: number }[]>;
  resolveSrv(name: string): Promise<
    readonly {
      readonly name: string;
      readonly port: number;
      readonly priority: number;
      readonly weight: number;
    }[]
  >;
};
