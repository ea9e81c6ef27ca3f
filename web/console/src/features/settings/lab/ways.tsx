import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { TableBox } from '../table-box.tsx';
import own from './lab.module.css';
import type { LabResult } from './lab-types.ts';
import { useNumber } from './use-number.ts';
import { usePair } from './use-value.ts';

const shownOfField = 5;

/** From where to where, with how many tickets. */
export function Ways({ result: { fields, names } }: { result: LabResult }) {
  const { t } = useTranslation();
  const number = useNumber();
  const pair = usePair(names);
  if (fields.length === 0) {
    return null;
  }
  return (
    <section className={own.part} aria-label={t('lab.ways')}>
      <h3>{t('lab.ways')}</h3>
      <p className={classes.hint}>{t('lab.waysText')}</p>
      <TableBox label={t('lab.ways')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                {t('lab.from')} → {t('lab.to')}
              </th>
              <th scope="col" className={own.number}>
                {t('lab.tickets')}
              </th>
            </tr>
          </thead>
          {fields.map(({ field, tickets, pairs }) => (
            <tbody key={field}>
              <tr>
                <th scope="rowgroup">{t(`lab.field.${field}`)}</th>
                <td className={`${own.number} ${own.more}`}>{number(tickets)}</td>
              </tr>
              {pairs.slice(0, shownOfField).map(({ tickets: some, ...sides }, at) => {
                const [was, would] = pair(field, sides as { was: unknown; would: unknown });
                return (
                  <tr key={at}>
                    <td className={own.way}>
                      {was} → <strong>{would}</strong>
                    </td>
                    <td className={own.number}>{number(some)}</td>
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </TableBox>
    </section>
  );
}
