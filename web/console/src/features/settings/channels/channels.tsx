import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import { wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import classes from '../settings.module.css';
import { useChannels } from '../use-items.ts';
import { ChannelLine } from './channel-line.tsx';
import { ConnectMailbox } from './connect-mailbox.tsx';
import { OauthApplications } from './oauth-applications.tsx';
import { forgetLeaving, readReturn, recallLeaving } from './oauth-return.ts';

/** Where letters come from and go out by: the state of each, and a new one in two minutes. */
export function Channels() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const channels = useChannels();
  const back = readReturn(search);
  const signedInAnew = back.grant ? recallLeaving()?.channelId : undefined;
  const show = (connect: boolean) =>
    void navigate({ to: '.', search: connect ? { connect: 1 } : {} } as never);
  if (!signedInAnew && (search['connect'] || back.grant)) {
    return <ConnectMailbox back={back} onClose={() => show(false)} />;
  }
  return (
    <>
      {may('channel.change') && (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => show(true)}>
            {t('settings.channels.connect')}
          </Button>
        </div>
      )}
      <Loaded
        of={channels}
        wordsOf={wordsOf}
        empty={<p className={classes.hint}>{t('settings.channels.empty')}</p>}
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((channel) => (
              <ChannelLine
                key={channel.id}
                channel={channel}
                grant={channel.id === signedInAnew ? back.grant : null}
                onGrantUsed={() => {
                  forgetLeaving();
                  show(false);
                }}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {may('channel.change') && <OauthApplications />}
    </>
  );
}
