import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './small.module.css';

const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const shown: Record<string, string> = {
  mod: apple ? '⌘' : 'Ctrl',
  enter: 'Enter',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
  shift: '⇧',
};

/** Keys as written in the registry: "g m" is a sequence, "mod+enter" a chord. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((chord, at) => (
        <Fragment key={`${chord}${at}`}>
          {at > 0 && <span>{t('ui.keyAfterKey')}</span>}
          {chord.split('+').map((key) => (
            <kbd key={key} className={classes.key}>
              {shown[key] ?? key.toUpperCase()}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
