import { wordsOf } from '../../lib/problem.ts';
import classes from './settings.module.css';

export function FormError({ error }: { error: Error | null }) {
  return error ? (
    <p role="alert" className={classes.error}>
      {wordsOf(error).words}
    </p>
  ) : null;
}
