import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { Keys } from '../../../ui/keys.tsx';
import { actionWords } from '../lib/actions.ts';
import { shortcuts } from '../lib/shortcuts.data.ts';
import classes from './shell.module.css';

const groups = ['list', 'selection', 'ticket', 'go'] as const;

export function Help({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('app.help.title')}>
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={classes.groupTitle}>{t(`app.help.${group}`)}</h3>
            <dl className={classes.shortcuts}>
              {shortcuts
                .filter((shortcut) => shortcut.group === group && shortcut.keys.length > 0)
                .map((shortcut) => (
                  <div key={shortcut.id} className={classes.shortcut}>
                    <dt>{t(actionWords(shortcut.id))}</dt>
                    <dd>
                      {shortcut.keys.map((keys, at) => (
                        <Fragment key={keys}>
                          {at > 0 && t('app.help.or')}
                          <Keys keys={keys} />
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
