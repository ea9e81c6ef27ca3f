import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPermission, permissionNow, useAttention } from '../../../lib/attention/attention.ts';
import { chime } from '../../../lib/attention/chime.ts';
import { useSession } from '../../../lib/session.ts';
import classes from '../settings.module.css';

/** How this browser calls its person while they look elsewhere. Everything is off until they switch it on. */
export function AttentionPanel() {
  const { t } = useTranslation();
  const { user } = useSession();
  const [attention, change] = useAttention(user.id);
  const [permission, setPermission] = useState(permissionNow);
  const switchNotify = async (wanted: boolean) => {
    const given = wanted ? await askPermission() : permissionNow();
    setPermission(given);
    change({ notify: wanted && given === 'granted' });
  };
  const isOn = attention.notify && permission === 'granted';
  return (
    <section className={classes.panel} aria-labelledby="attention-title">
      <h3 className={classes.panelTitle} id="attention-title">
        {t('settings.attention.title')}
      </h3>
      <p className={classes.hint}>{t('settings.attention.text')}</p>
      <Switch
        label={t('settings.attention.notify')}
        description={t('settings.attention.notifyText')}
        checked={isOn}
        disabled={permission === 'impossible'}
        onChange={(event) => void switchNotify(event.currentTarget.checked)}
      />
      {(permission === 'denied' || permission === 'impossible') && (
        <output className={classes.hint}>{t(`settings.attention.${permission}`)}</output>
      )}
      <Switch
        label={t('settings.attention.newTickets')}
        checked={attention.newTickets}
        disabled={!isOn && !attention.sound}
        onChange={(event) => change({ newTickets: event.currentTarget.checked })}
      />
      <div className={classes.row}>
        <Switch
          label={t('settings.attention.sound')}
          checked={attention.sound}
          onChange={(event) => change({ sound: event.currentTarget.checked })}
        />
        <Button variant="subtle" size="compact-sm" onClick={() => void chime()}>
          {t('settings.attention.listen')}
        </Button>
      </div>
    </section>
  );
}
