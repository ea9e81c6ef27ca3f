import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { TableBox } from '../table-box.tsx';
import own from './lab.module.css';
import type { LabResult } from './lab-types.ts';
import { useNumber } from './use-number.ts';

/** Day after day; the bar only repeats the number beside it. */
export function Days({ days }: { days: LabResult['days'] }) {
  const { t, i18n } = useTranslation();
  const number = useNumber();
  const most = Math.max(1, ...days.map(({ different }) => different));
  const format = new Intl.DateTimeFormat(i18n.language, {
    day: 'numeric',
    month: 'short',
    weekday: 'short',
    timeZone: 'UTC',
  });
  return (
    <details className={own.part}>
      <summary>{t('lab.perDay')}</summary>
      <TableBox label={t('lab.perDay')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('lab.day')}</th>
              <th scope="col" className={own.number}>
                {t('lab.opened')}
              </th>
              <th scope="col" className={own.number}>
                {t('lab.different')}
              </th>
              <th aria-hidden="true" />
              <th scope="col" className={own.number}>
                {t('lab.late', { side: t('lab.from') })}
              </th>
              <th scope="col" className={own.number}>
                {t('lab.late', { side: t('lab.to') })}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, opened, different, late }) => (
              <tr key={day}>
                <td>{format.format(new Date(`${day}T00:00:00Z`))}</td>
                <td className={own.number}>{number(opened)}</td>
                <td className={own.number}>{number(different)}</td>
                <td aria-hidden="true">
                  <span className={own.track}>
                    <span className={own.fill} style={{ width: `${(different / most) * 100}%` }} />
                  </span>
                </td>
                <td className={own.number}>{number(late.was)}</td>
                <td className={own.number}>{number(late.would)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </details>
  );
}
