import classes from './small.module.css';

/** How much of something is done; `label` says it in words. */
export function Progress({ percent, label }: { percent: number; label: string }) {
  return <progress className={classes.progress} max={100} value={percent} aria-label={label} />;
}
