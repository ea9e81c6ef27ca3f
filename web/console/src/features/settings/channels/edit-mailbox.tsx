import type { Guess, Channel } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { fromSettings } from './mailbox-form.ts';
import { MailboxEditor } from './mailbox-editor.tsx';
import type { OauthReturn } from './oauth-return.ts';
import { SignInRow } from './sign-in-row.tsx';

const asKept = ({ settings }: Channel): Guess => ({
  source: 'kept',
  provider: null,
  imap: settings.imap,
  smtp: settings.smtp,
  user: settings.imap?.user ?? '',
  hints: [],
  oauth: settings.oauth,
});

type Props = { channel: Channel; grant: OauthReturn['grant']; onClose: () => void };

/** Settings of a known mailbox. One that signs in at its provider can do so anew when the leave has run out. */
export function EditMailbox({ channel, grant, onClose }: Props) {
  const { settings } = channel;
  const address = channel.address ?? '';
  return (
    <div className={classes.steps}>
      {settings.oauth && !grant && (
        <SignInRow
          leaving={{ address, guess: asKept(channel), channelId: channel.id }}
          among={[settings.oauth]}
        />
      )}
      <MailboxEditor
        key={channel.version}
        channel={channel}
        initial={fromSettings(channel.name, address, settings)}
        oauth={grant ?? (settings.oauth ? { provider: settings.oauth } : null)}
        onClose={onClose}
      />
    </div>
  );
}
