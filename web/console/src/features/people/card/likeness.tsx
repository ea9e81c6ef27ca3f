import { useTranslation } from 'react-i18next';
import type { Likeness } from '../../../lib/customer-types.ts';
import classes from './card.module.css';

/** Why two cards may be one person, as sentences. */
export function Reasons({ reasons }: { reasons: Likeness[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ code, own, other }) => (
        <li key={code + own + other}>
          {t(`cards.reason.${code}`)}
          {own !== other && <span className={classes.forms}>{` ${own} — ${other}`}</span>}
        </li>
      ))}
    </ul>
  );
}
