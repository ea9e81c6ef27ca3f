import type { ChannelRow } from './channel-store.ts';
import type { MailSettingsInput, StoredSecrets, StoredSettings } from './schema.ts';

export type Sealing = {
  readonly secrets: { seal(text: string): string; unseal(sealed: string): string };
  /** Tokens of a sign-in at a provider that has just been finished, by its grant; null when unknown or too old. */
  readonly takeGrant: (grant: string) => StoredSecrets['oauth'] | null;
};

export function readSecrets({ secrets }: Pick<Sealing, 'secrets'>, sealed: string | null): StoredSecrets {
  return sealed === null ? {} : (JSON.parse(secrets.unseal(sealed)) as StoredSecrets);
}

type Merged = { readonly settings: StoredSettings; readonly secrets: string | null };

/** What was sent over what was there. A password that was not sent again stays. */
export function mergeSettings(
  sealing: Sealing,
  before: Pick<ChannelRow, 'settings' | 'secrets'> | null,
  input: MailSettingsInput,
  address: string,
): Merged {
  const known = readSecrets(sealing, before?.secrets ?? null);
  const { imap, smtp, oauthGrant, ...plain } = input;
  const settings: StoredSettings = { ...before?.settings };
  const secrets: StoredSecrets = { ...known };
  for (const [name, server] of [['imap', imap], ['smtp', smtp]] as const) {
    if (server === null) {
      settings[name] = null;
    } else if (server) {
      const { password, user, ...rest } = server;
      settings[name] = { ...definedOf(rest), host: rest.host, port: rest.port, security: rest.security, user: user ?? address };
      if (password !== undefined) {
        secrets[name === 'imap' ? 'imapPassword' : 'smtpPassword'] = password;
      }
    }
  }
  Object.assign(settings, definedOf(plain));
  const grant = oauthGrant === undefined ? null : sealing.takeGrant(oauthGrant);
  if (grant) {
    secrets.oauth = grant;
  }
  return {
    settings,
    secrets: Object.keys(secrets).length === 0 ? null : sealing.secrets.seal(JSON.stringify(secrets)),
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const definedOf = <T extends object>(value: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<
    Defined<T>
  >;
