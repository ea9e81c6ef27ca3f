import type { ReactNode } from 'react';
import classes from './settings.module.css';

/** A wide table, scrolled by keys on a narrow screen. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      className={classes.tableBox}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it scrolls, and is no part of a form
      role="group"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
    >
      {children}
    </div>
  );
}
