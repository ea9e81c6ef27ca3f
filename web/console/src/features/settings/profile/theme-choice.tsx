import { Button, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChangeOwnUser, useSession } from '../../../lib/session.ts';
import classes from '../settings.module.css';

const themes = ['auto', 'light', 'dark'] as const;

export function ThemeChoice() {
  const { t } = useTranslation();
  const { user } = useSession();
  const changeOwn = useChangeOwnUser();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className={classes.row} style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className={classes.hint}>{t('settings.profile.theme')}</legend>
      {themes.map((theme) => (
        <Button
          key={theme}
          variant={user.theme === theme ? 'light' : 'default'}
          aria-pressed={user.theme === theme}
          onClick={() => {
            setColorScheme(theme);
            void changeOwn({ theme });
          }}
        >
          {t(`app.theme.${theme}`)}
        </Button>
      ))}
    </fieldset>
  );
}
