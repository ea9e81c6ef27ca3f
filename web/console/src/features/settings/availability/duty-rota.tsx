import { Button } from '@mantine/core';
import { IconPlus, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { dayTime } from '../../../../../ui/time.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import type { Duty } from '../../../parts/availability/types.ts';
import { sayWeek } from '../calendars/say-week.ts';
import { Opened } from '../opened.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { DutyForm } from './duty-form.tsx';
import { DutyWeek } from './duty-week.tsx';
import { touches, useAvailabilityList } from './use-lists.ts';

/** Who is asked outside working hours: a week as it will be, and the rota that it is made of. */
export function DutyRota() {
  const { t } = useTranslation();
  const mayChange = useMay()('availability.change');
  const rota = useAvailabilityList<Duty>('/duty');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className={classes.steps}>
      {mayChange && open !== 'new' && (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
            {t('availability.duty.add')}
          </Button>
        </div>
      )}
      {open === 'new' && (
        <section className={classes.panel}>
          <DutyForm duty={null} onClose={() => setOpen(null)} />
        </section>
      )}
      <Loaded
        of={rota}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconShieldCheck size={30} stroke={1.4} />}
            title={t('availability.duty.empty')}
            text={t('availability.duty.emptyText')}
          />
        }
      >
        {(list) => (
          <>
            <DutyWeek onOpen={mayChange ? setOpen : null} />
            <h3 className={classes.panelTitle}>{t('availability.duty.rota')}</h3>
            <ul className={classes.list}>
              {list.map((duty) => (
                <DutyLine
                  key={duty.id}
                  duty={duty}
                  mayChange={mayChange}
                  isOpen={open === duty.id}
                  onOpen={setOpen}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  );
}

function useDutyWords() {
  const { t } = useTranslation();
  const at = useUiLocale();
  const said = (moment: string) => dayTime(at, new Date(moment), new Date());
  return ({ week, zone, from, to, team }: Duty): string =>
    [
      team?.name ?? t('availability.duty.company'),
      week && sayWeek(week, at.locale, t('availability.hours.none')),
      zone,
      from && t('availability.duty.from', { from: said(from) }),
      to && t('availability.duty.to', { to: said(to) }),
    ]
      .filter(Boolean)
      .join(' · ');
}

type LineProps = {
  duty: Duty;
  mayChange: boolean;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
};

function DutyLine({ duty, mayChange, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const said = useDutyWords();
  const name = duty.people.map((person) => person.name).join(' → ');
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore}>{said(duty)}</span>
      </span>
      {mayChange && (
        <>
          <Button
            variant="subtle"
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : duty.id)}
          >
            {t('settings.edit')}
          </Button>
          <RemoveButton path={`/duty/${duty.id}`} name={name} touches={touches} />
        </>
      )}
      {isOpen && (
        <div style={{ flexBasis: '100%' }}>
          <Opened of={duty}>
            {(opened) => <DutyForm duty={opened} onClose={() => onOpen(null)} />}
          </Opened>
        </div>
      )}
    </li>
  );
}
