import { invalid } from '../../kernel/errors.ts';
import type { ChannelRow } from './channel-store.ts';
import type { MailSettingsInput, StoredSecrets, StoredServer, StoredSettings } from './schema.ts';

export type Sealing = {
  readonly secrets: { seal(text: string): string; unseal(sealed: string): string };
};

/** Tokens of a sign-in at a provider that a person has just finished. */
export type Grant = {
  readonly provider: 'google' | 'microsoft' | 'yandex';
  readonly tokens: NonNullable<StoredSecrets['oauth']>;
};

export function readSecrets(
  { secrets }: Pick<Sealing, 'secrets'>,
  sealed: string | null,
): StoredSecrets {
  return sealed === null ? {} : (JSON.parse(secrets.unseal(sealed)) as StoredSecrets);
}

export type Merged = { readonly settings: StoredSettings; readonly secrets: StoredSecrets };

type Known = Pick<ChannelRow, 'settings' | 'secrets'>;
type SentServer = NonNullable<MailSettingsInput['imap']>;

/**
 * What was sent over what was there. A password that was not sent again stays, but only for the server that it was given
 * for: else whoever may change settings could have it handed to a server of their own.
 */
// oxlint-disable-next-line eslint/complexity -- "not sent, taken out, replaced" for each of three parts, side by side
export function mergeSettings(
  sealing: Pick<Sealing, 'secrets'>,
  before: Known | null,
  input: MailSettingsInput,
  { address, grant = null }: { address: string; grant?: Grant | null },
): Merged {
  const known = readSecrets(sealing, before?.secrets ?? null);
  const was = before?.settings ?? {};
  const { imap, smtp, oauthGrant: _taken, ...plain } = input;
  const passwords = mergePasswords(was, known, { imap, smtp });
  const settings: StoredSettings = {
    ...was,
    ...definedOf(plain),
    ...(imap !== undefined && { imap: imap && serverOf(imap, address) }),
    ...(smtp !== undefined && { smtp: smtp && serverOf(smtp, address) }),
    ...(grant && { oauth: grant.provider }),
  };
  // Tokens of one provider are nothing to another.
  const tokens = grant?.tokens ?? (settings.oauth === was.oauth ? known.oauth : undefined);
  const secrets = definedOf({ ...passwords, oauth: tokens });
  return { settings: withPasswordFlags(settings, secrets), secrets };
}

type SentServers = Pick<MailSettingsInput, 'imap' | 'smtp'>;

/** Most mailboxes have one password for both ways: it is not asked for twice, nor left behind on one of them. */
function mergePasswords(was: StoredSettings, known: StoredSecrets, { imap, smtp }: SentServers) {
  const isShared = known.smtpPassword === undefined || known.smtpPassword === known.imapPassword;
  const sends = smtp !== null && Boolean(smtp ?? was.smtp);
  const usual = isShared && sends && smtp?.password === undefined ? imap?.password : undefined;
  return {
    imapPassword: passwordFor({ sent: imap, was: was.imap, known: known.imapPassword }),
    smtpPassword: usual ?? passwordFor({ sent: smtp, was: was.smtp, known: known.smtpPassword }),
  };
}

type Passwords = {
  /** Undefined: nothing was sent of this server; null: it is to be taken out. */
  readonly sent: SentServer | null | undefined;
  readonly was: StoredServer | null | undefined;
  readonly known: string | undefined;
};

function passwordFor({ sent, was, known }: Passwords): string | undefined {
  if (sent === undefined) {
    return known;
  }
  const stays = !was || was.host.toLowerCase() === sent?.host.toLowerCase();
  return sent === null ? undefined : (sent.password ?? (stays ? known : undefined));
}

export const sealSecrets = ({ secrets }: Pick<Sealing, 'secrets'>, plain: StoredSecrets) =>
  Object.keys(plain).length === 0 ? null : secrets.seal(JSON.stringify(plain));

/** @throws Refusal naming the field that a mailbox cannot be served without */
export function mustBeComplete({ settings, secrets }: Merged): void {
  if (!settings.imap && !settings.smtp) {
    throw invalid('settings.imap', 'required');
  }
  if (settings.oauth) {
    if (!secrets.oauth) {
      throw invalid('settings.oauthGrant', 'required');
    }
  } else if (settings.imap && secrets.imapPassword === undefined) {
    throw invalid('settings.imap.password', 'required');
  }
  if (settings.afterReading === 'move' && !settings.moveTo) {
    throw invalid('settings.moveTo', 'required');
  }
}

function serverOf({ password: _secret, user, ...rest }: SentServer, address: string): StoredServer {
  return {
    ...definedOf(rest),
    host: rest.host,
    port: rest.port,
    security: rest.security,
    user: user ?? address,
  };
}

function withPasswordFlags(settings: StoredSettings, secrets: StoredSecrets): StoredSettings {
  return definedOf({
    ...settings,
    imap: flagged(settings.imap, secrets.imapPassword),
    smtp: flagged(settings.smtp, secrets.smtpPassword),
  });
}

const flagged = (server: StoredServer | null | undefined, password: string | undefined) =>
  server && { ...server, hasPassword: password !== undefined };

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const definedOf = <T extends object>(value: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<
    Defined<T>
  >;
