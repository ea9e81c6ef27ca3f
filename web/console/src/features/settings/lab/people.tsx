import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { TableBox } from '../table-box.tsx';
import own from './lab.module.css';
import type { LabResult } from './lab-types.ts';
import { useNumber } from './use-number.ts';

const shownAtFirst = 8;

type Person = LabResult['people'][number];

const difference = ({ got }: Person): number => Math.abs(got.would - got.was);

/** Who would have got how many more or fewer; whom the change moves most, first. */
export function People({ result: { people, names } }: { result: LabResult }) {
  const { t } = useTranslation();
  const number = useNumber();
  const [showsAll, setShowsAll] = useState(false);
  const moved = people.toSorted((a, b) => difference(b) - difference(a));
  const [first] = moved;
  if (!first || difference(first) === 0) {
    return null;
  }
  const shown = showsAll ? moved : moved.slice(0, shownAtFirst);
  return (
    <section className={own.part} aria-label={t('lab.people')}>
      <h3>{t('lab.people')}</h3>
      <p className={classes.hint}>{t('lab.peopleText')}</p>
      <TableBox label={t('lab.people')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('lab.person')}</th>
              {['from', 'to', 'difference'].map((column) => (
                <th key={column} scope="col" className={own.number}>
                  {t(`lab.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <PersonRow key={person.id} person={person} name={names[person.id] ?? '…'} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {moved.length > shown.length && (
        <Button variant="default" className={own.rest} onClick={() => setShowsAll(true)}>
          {t('lab.showAll', { n: number(moved.length) })}
        </Button>
      )}
    </section>
  );
}

function PersonRow({ person: { got, most }, name }: { person: Person; name: string }) {
  const { t } = useTranslation();
  const number = useNumber();
  const sides = { was: number(most.was), would: number(most.would) };
  return (
    <tr>
      <td className={own.way}>
        {name}
        {most.was + most.would > 0 && (
          <span className={own.under}>
            {t(most.was === most.would ? 'lab.mostSame' : 'lab.mostAtOnce', sides)}
          </span>
        )}
      </td>
      <td className={own.number}>{number(got.was)}</td>
      <td className={own.number}>{number(got.would)}</td>
      <td className={`${own.number} ${got.was === got.would ? '' : own.more}`}>
        {number(got.would - got.was, { signed: true })}
      </td>
    </tr>
  );
}
