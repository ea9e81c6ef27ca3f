import { Button, Switch } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLoader, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { api } from '../../../lib/client.ts';
import { useMay } from '../../../lib/session.ts';
import type { Channel } from '../../../lib/settings-types.ts';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { EditMailbox } from './edit-mailbox.tsx';
import { ImportHistory } from './import-history.tsx';
import type { OauthReturn } from './oauth-return.ts';
import { useMailWords } from './use-mail-words.ts';

const looks = {
  connected: { tone: 'good', Icon: IconCheck },
  connecting: { tone: 'warn', Icon: IconLoader },
  error: { tone: 'bad', Icon: IconAlertTriangle },
  off: { tone: undefined, Icon: IconPlayerPause },
} as const;

/** Nothing to sign in to and nothing to poll: letters are forwarded to our own SMTP port. */
const takesBySmtp = ({ active, address, settings, status }: Channel): boolean =>
  active && address !== null && settings.imap === null && status.state !== 'error';

function StatusBadge({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const bySmtp = takesBySmtp(channel);
  const { state } = channel.status;
  const { tone, Icon } = looks[bySmtp ? 'connected' : state];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} aria-hidden="true" />{' '}
      {bySmtp ? t('settings.channels.bySmtp') : t(`settings.channels.state.${state}`)}
    </span>
  );
}

type Props = {
  channel: Channel;
  /** The person has just signed in anew at the provider of this mailbox. */
  grant: OauthReturn['grant'];
  onGrantUsed: () => void;
};

export function ChannelLine(props: Props) {
  const { channel } = props;
  const { t } = useTranslation();
  const may = useMay();
  const reason = useMailWords();
  const { status } = channel;
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{channel.address ?? channel.name}</span>
        <span className={classes.itemMore}>
          {channel.builtIn && t('settings.channels.builtIn')}
          {!channel.builtIn && channel.name !== channel.address && channel.name}
          {status.lastLetterAt && (
            <>
              {' · '}
              {t('settings.channels.lastLetter')} <TimeText at={status.lastLetterAt} />
            </>
          )}
        </span>
      </span>
      <StatusBadge channel={channel} />
      {status.state === 'error' && (
        <p className={classes.problem}>
          {reason(status.code)}
          {status.detail && ` (${status.detail})`}
        </p>
      )}
      {!channel.builtIn && may('channel.change') && <ChannelActs {...props} />}
    </li>
  );
}

function ChannelActs({ channel, grant, onGrantUsed }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(grant !== null);
  const touches = ['channels'];
  const toggle = useSave(
    (active: boolean) => api.patch(`/channels/${channel.id}`, { version: channel.version, active }),
    { touches },
  );
  return (
    <div style={{ flexBasis: '100%' }}>
      <div className={classes.row}>
        <Switch
          label={t('settings.channels.active')}
          checked={channel.active}
          onChange={(event) => toggle.mutate(event.currentTarget.checked)}
        />
        <Button variant="subtle" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {t('settings.edit')}
        </Button>
        <RemoveButton
          path={`/channels/${channel.id}`}
          name={channel.name}
          touches={['channels']}
          question={t('settings.channels.removeQuestion', {
            address: channel.address ?? channel.name,
          })}
        />
      </div>
      {editing && (
        <EditMailbox
          channel={channel}
          grant={grant}
          onClose={() => {
            setEditing(false);
            onGrantUsed();
          }}
        />
      )}
      {channel.settings.imap && <ImportHistory channel={channel} />}
    </div>
  );
}
