import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './states.module.css';

const widths = ['62%', '84%', '46%', '72%', '58%', '80%', '52%', '68%'];

/** Loading: the shape of what will come, not a spinner. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <output className={classes.skeleton} aria-busy="true" aria-label={t('ui.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={classes.line}>
          <span className={classes.bar} style={{ width: widths[row % widths.length] }} />
          <span className={classes.bar} style={{ width: widths[(row + 3) % widths.length] }} />
        </span>
      ))}
    </output>
  );
}

/** Empty: says what to do next. */
export function Empty(props: {
  icon?: ReactNode;
  title: string;
  text?: string;
  /** It is all that the page says. */
  isPage?: boolean;
  children?: ReactNode;
}) {
  const Title = props.isPage ? 'h1' : 'p';
  return (
    <div className={classes.box}>
      {props.icon && <span className={classes.icon}>{props.icon}</span>}
      <Title className={classes.title}>{props.title}</Title>
      {props.text && <p className={classes.text}>{props.text}</p>}
      {props.children && <div className={classes.acts}>{props.children}</div>}
    </div>
  );
}

/** Error: what happened in words, and how to go on. `words` is already translated. */
export function Failure(props: {
  words: string;
  code?: string | undefined;
  onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.box} role="alert">
      <span className={classes.icon}>
        <IconAlertTriangle size={28} stroke={1.5} />
      </span>
      <p className={classes.title}>{t('ui.failed')}</p>
      <p className={classes.text}>{props.words}</p>
      {props.code && <span className={classes.code}>{props.code}</span>}
      {props.onRetry && (
        <div className={classes.acts}>
          <Button variant="default" leftSection={<IconRefresh size={15} />} onClick={props.onRetry}>
            {t('ui.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

type Loadable<T> = { data: T | undefined; error: Error | null; refetch: () => unknown };

/** Every screen has the same four states; it writes only `empty` and the last one. */
export function Loaded<T>(props: {
  of: Loadable<T>;
  wordsOf: (error: Error) => { words: string; code?: string | undefined };
  empty?: ReactNode;
  isEmpty?: (value: T) => boolean;
  skeletonRows?: number;
  children: (value: T) => ReactNode;
}) {
  const { data, error, refetch } = props.of;
  if (data === undefined && error) {
    return <Failure {...props.wordsOf(error)} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={props.skeletonRows ?? 6} />;
  }
  const empty = props.isEmpty ? props.isEmpty(data) : Array.isArray(data) && data.length === 0;
  return empty && props.empty ? props.empty : props.children(data);
}
