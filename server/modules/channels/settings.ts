import type { ChannelRow } from './channel-store.ts';
import type { MailSettingsInput, StoredSecrets, StoredSettings } from './schema.ts';

export type Sealing = {
  readonly secrets: { seal(text: string): string; unseal(sealed: string): string };
};

export function readSecrets(
  { secrets }: Pick<Sealing, 'secrets'>,
  sealed: string | null,
): StoredSecrets {
  return sealed === null ? {} : (JSON.parse(secrets.unseal(sealed)) as StoredSecrets);
}

type Merged = { readonly settings: StoredSettings; readonly secrets: string | null };

/** What was sent over what was there. A password that was not sent again stays. */
export function mergeSettings(
  sealing: Sealing,
  before: Pick<ChannelRow, 'settings' | 'secrets'> | null,
  input: MailSettingsInput,
  { address, tokens = null }: { address: string; tokens?: StoredSecrets['oauth'] | null },
): Merged {
  const known = readSecrets(sealing, before?.secrets ?? null);
  const { imap, smtp, oauthGrant: _taken, ...plain } = input;
  const settings: StoredSettings = { ...before?.settings };
  const secrets: StoredSecrets = { ...known };
  for (const [name, server] of [
    ['imap', imap],
    ['smtp', smtp],
  ] as const) {
    if (server === null) {
      settings[name] = null;
    } else if (server) {
      const { password, user, ...rest } = server;
      settings[name] = {
        ...definedOf(rest),
        host: rest.host,
        port: rest.port,
        security: rest.security,
        user: user ?? address,
      };
      if (password !== undefined) {
        secrets[name === 'imap' ? 'imapPassword' : 'smtpPassword'] = password;
      }
    }
  }
  Object.assign(settings, definedOf(plain));
  if (tokens) {
    secrets.oauth = tokens;
  }
  return {
    settings,
    secrets:
      Object.keys(secrets).length === 0 ? null : sealing.secrets.seal(JSON.stringify(secrets)),
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const definedOf = <T extends object>(value: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<
    Defined<T>
  >;
