import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type {
  Guess,
  MailServer,
  MailSettings,
  OauthProvider,
} from '../../../lib/settings-types.ts';

type GuessedServer = Omit<MailServer, 'hasPassword'>;
type ServerFields = { host: string; port: string; security: MailServer['security']; user: string };
export type MailboxValues = {
  address: string;
  name: string;
  senderName: string;
  imap: ServerFields;
  smtp: ServerFields;
  password: string;
  folder: string;
  afterReading: MailSettings['afterReading'];
  moveTo: string;
};

const server = (
  known: GuessedServer | null | undefined,
  user: string,
  port: number,
): ServerFields => ({
  host: known?.host ?? '',
  port: String(known?.port ?? port),
  security: known?.security ?? 'tls',
  user: known?.user ?? user,
});

/** Who chose the provider by hand, because the address told nothing, still need not know its servers. */
const serversOf: Record<OauthProvider, { imap: GuessedServer; smtp: GuessedServer }> = {
  google: {
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
  microsoft: {
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
  yandex: {
    imap: { host: 'imap.yandex.ru', port: 993, security: 'tls' },
    smtp: { host: 'smtp.yandex.ru', port: 465, security: 'tls' },
  },
};

export function fromGuess(
  address: string,
  guess: Guess,
  provider: OauthProvider | null,
): MailboxValues {
  const known = provider && !guess.imap ? serversOf[provider] : guess;
  const user = guess.user || address;
  return {
    address,
    name: address,
    senderName: '',
    imap: server(known.imap, user, 993),
    smtp: server(known.smtp, user, 465),
    password: '',
    folder: 'INBOX',
    afterReading: 'seen',
    moveTo: '',
  };
}

export function fromSettings(name: string, address: string, settings: MailSettings): MailboxValues {
  return {
    address,
    name,
    senderName: settings.senderName,
    imap: server(settings.imap, address, 993),
    smtp: server(settings.smtp, address, 465),
    password: '',
    folder: settings.folder,
    afterReading: settings.afterReading,
    moveTo: settings.moveTo ?? '',
  };
}

/** As the API takes it. An empty password leaves the kept one. */
export function settingsBody(
  values: MailboxValues,
  oauth: { provider: OauthProvider; grant?: string } | null,
) {
  const secret = values.password && !oauth ? { password: values.password } : {};
  const one = ({ host, port, security, user }: ServerFields) =>
    host.trim()
      ? { host: host.trim(), port: Number(port), security, user: user.trim(), ...secret }
      : null;
  return {
    imap: one(values.imap),
    smtp: one(values.smtp),
    ...(oauth
      ? { oauth: oauth.provider, ...(oauth.grant ? { oauthGrant: oauth.grant } : {}) }
      : {}),
    ...(values.senderName.trim() ? { senderName: values.senderName.trim() } : {}),
    folder: values.folder.trim() || 'INBOX',
    afterReading: values.afterReading,
    ...(values.afterReading === 'move' && values.moveTo.trim()
      ? { moveTo: values.moveTo.trim() }
      : {}),
  };
}

export function useMailboxForm(initialValues: MailboxValues) {
  const { t } = useTranslation();
  const port = (value: string) =>
    /^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65_536
      ? null
      : t('settings.channels.badPort');
  return useForm({
    initialValues,
    validate: {
      name: (value) => (value.trim() ? null : t('settings.channels.needName')),
      imap: {
        host: (value, { smtp }) =>
          value.trim() || smtp.host.trim() ? null : t('settings.channels.needAnyServer'),
        port,
      },
      smtp: { port },
    },
  });
}
export type MailboxForm = ReturnType<typeof useMailboxForm>;
