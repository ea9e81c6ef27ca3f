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
          {isShown(code, reasons) && own !== other && (
            <span className={classes.forms}>{`: ${own} — ${other}`}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The same two names are written out once. */
const isShown = (code: Likeness['code'], reasons: Likeness[]): boolean =>
  code !== 'organization_name' || reasons.every((each) => each.code !== 'script');
