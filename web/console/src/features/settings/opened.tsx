import { Button } from '@mantine/core';
import { Fragment, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

type Props<T> = {
  /** As it is kept now. */
  of: T;
  /** The form, of what it was opened with. */
  children: (opened: T) => ReactNode;
};

/**
 * Around a form: it keeps what somebody writes in it when others save the same meanwhile. It says so; theirs is a press away,
 * and so is saving over it. Where nothing was touched yet it shows at once how things have become.
 */
export function Opened<T extends { readonly version: number }>({ of, children }: Props<T>) {
  const [seen, setSeen] = useState({ first: of, version: of.version });
  const [isTouched, setTouched] = useState(false);
  const isBehind = seen.version !== of.version;
  const takeTheirs = () => {
    setTouched(false);
    setSeen({ first: of, version: of.version });
  };
  if (isBehind && !isTouched) {
    takeTheirs();
  }
  const opened = useMemo(() => ({ ...seen.first, version: seen.version }), [seen]);
  const touch = () => setTouched(true);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- listens to what happens inside, is nothing to press
    <div onInput={touch} onClick={touch} className={classes.opened}>
      {isBehind && isTouched && (
        <ChangedMeanwhile
          onTheirs={takeTheirs}
          onMine={() => setSeen({ ...seen, version: of.version })}
        />
      )}
      <Fragment key={seen.first.version}>{children(opened)}</Fragment>
    </div>
  );
}

/** One's own save makes a new version, too, a moment before the form closes. */
const patienceMs = 700;

function ChangedMeanwhile({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) {
  const { t } = useTranslation();
  const [isSaid, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-live="polite">
      {isSaid && (
        <div className={classes.warning}>
          <p className={classes.meanwhile}>{t('settings.meanwhile.changed')}</p>
          <div className={classes.row}>
            <Button variant="default" onClick={onTheirs}>
              {t('settings.meanwhile.theirs')}
            </Button>
            <Button variant="default" onClick={onMine}>
              {t('settings.meanwhile.mine')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
