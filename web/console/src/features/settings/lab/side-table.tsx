import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { TableBox } from '../table-box.tsx';
import own from './lab.module.css';
import { useNumber } from './use-number.ts';

export type SideRow = {
  readonly key: string;
  readonly name: string;
  readonly was: number;
  readonly would: number;
};

/** As it was, with the change, and the difference between them. */
export function SideTable({
  title,
  first,
  rows,
}: {
  title: string;
  first: string;
  rows: SideRow[];
}) {
  const { t } = useTranslation();
  const number = useNumber();
  if (rows.length === 0) {
    return null;
  }
  return (
    <section className={own.part} aria-label={title}>
      <h3>{title}</h3>
      <TableBox label={title}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" className={own.number}>
                {t('lab.from')}
              </th>
              <th scope="col" className={own.number}>
                {t('lab.to')}
              </th>
              <th scope="col" className={own.number}>
                {t('lab.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, was, would }) => (
              <tr key={key}>
                <td>{name}</td>
                <td className={own.number}>{number(was)}</td>
                <td className={own.number}>{number(would)}</td>
                <td className={`${own.number} ${was === would ? '' : own.more}`}>
                  {number(would - was, { signed: true })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
