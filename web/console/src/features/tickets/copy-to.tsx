import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../lib/api-types.ts';
import classes from './composer.module.css';

const plausible = /^[^\s@,;<>]+@[^\s@,;<>]+$/;

/** Addresses as people type them: by commas, semicolons or spaces. */
export function parseAddresses(typed: string): { right: string[]; wrong: string[] } {
  const all = typed.split(/[\s,;]+/).filter(Boolean);
  return {
    right: all.filter((each) => plausible.test(each)),
    wrong: all.filter((each) => !plausible.test(each)),
  };
}

/** Who will get the answer, and who gets a copy. */
export function CopyTo(props: {
  ticket: Ticket;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(props.value !== '');
  const { wrong } = parseAddresses(props.value);
  const to = props.ticket.requester.email ?? props.ticket.requester.name;
  return (
    <div className={classes.to}>
      <span className={classes.toWhom}>{t('tickets.composer.to', { to })}</span>
      {shown ? (
        <label className={classes.cc}>
          {t('tickets.composer.cc')}
          <input
            className={classes.ccInput}
            value={props.value}
            placeholder={t('tickets.composer.ccPlaceholder')}
            aria-invalid={wrong.length > 0}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
        </label>
      ) : (
        <button type="button" className={classes.ccButton} onClick={() => setShown(true)}>
          {t('tickets.composer.addCc')}
        </button>
      )}
      {wrong.length > 0 && (
        <span className={classes.error}>
          {t('tickets.composer.wrongAddress', { address: wrong[0] })}
        </span>
      )}
    </div>
  );
}
