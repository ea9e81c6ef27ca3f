import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import own from './lab.module.css';
import type { LabResult } from './lab-types.ts';
import { useNumber } from './use-number.ts';
import { useValue } from './use-value.ts';

/** From where to where, with how many tickets. */
export function Ways({ result: { fields, names } }: { result: LabResult }) {
  const { t } = useTranslation();
  const number = useNumber();
  const value = useValue(names);
  if (fields.length === 0) {
    return null;
  }
  return (
    <section className={own.part} aria-label={t('lab.ways')}>
      <h3>{t('lab.ways')}</h3>
      <p className={classes.hint}>{t('lab.waysText')}</p>
      <div className={classes.tableBox} tabIndex={0} role="group" aria-label={t('lab.ways')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('lab.kind')}</th>
              <th scope="col">{t('lab.from')}</th>
              <th scope="col">{t('lab.to')}</th>
              <th scope="col" className={own.number}>
                {t('lab.tickets')}
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.flatMap(({ field, pairs }) =>
              pairs.map(({ was, would, tickets }, at) => (
                <tr key={`${field} ${at}`}>
                  <td>{t(`lab.field.${field}`)}</td>
                  <td>{value(field, was)}</td>
                  <td className={own.more}>{value(field, would)}</td>
                  <td className={own.number}>{number(tickets)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
