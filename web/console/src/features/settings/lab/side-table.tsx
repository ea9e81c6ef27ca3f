import { Button } from '@mantine/core';
import { useState } from 'react';
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

const shownAtFirst = 8;

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
  const [showsAll, setShowsAll] = useState(false);
  if (rows.length === 0) {
    return null;
  }
  const shown = showsAll ? rows : mostDifferent(rows);
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
            {shown.map(({ key, name, was, would }) => (
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
      {rows.length > shown.length && (
        <Button variant="default" className={own.rest} onClick={() => setShowsAll(true)}>
          {t('lab.showAll', { n: number(rows.length) })}
        </Button>
      )}
    </section>
  );
}

/** In their own order; of many only those that differ most. */
function mostDifferent(rows: SideRow[]): SideRow[] {
  const difference = ({ was, would }: SideRow) => Math.abs(would - was);
  const most = rows.toSorted((a, b) => difference(b) - difference(a)).slice(0, shownAtFirst);
  return rows.length > shownAtFirst ? rows.filter((row) => most.includes(row)) : rows;
}
