import { Button } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import type { Calendar } from '../../../lib/settings-types.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useReturnFocus } from '../use-return-focus.ts';
import { useItems } from '../use-items.ts';
import { useSave } from '../use-save.ts';
import { CalendarForm } from './calendar-form.tsx';
import { sayWeek } from './say-week.ts';
import { YearView } from './year-view.tsx';

/** When the company works; every deadline that is not round the clock counts by one of these. */
export function Calendars() {
  const { t } = useTranslation();
  const mayChange = useMay()('calendar.change');
  const calendars = useItems<Calendar>('calendars', '/calendars');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {mayChange && (
        <AddPanel
          label={t('settings.calendars.add')}
          isOpen={open === 'new'}
          onOpen={() => setOpen('new')}
        >
          <CalendarForm calendar={null} onClose={() => setOpen(null)} />
        </AddPanel>
      )}
      <Loaded
        of={calendars}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconCalendarTime size={30} stroke={1.4} />}
            title={t('settings.calendars.empty')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((calendar) => (
              <CalendarLine
                key={calendar.id}
                calendar={calendar}
                mayChange={mayChange}
                open={open?.startsWith(calendar.id) ? open.slice(calendar.id.length) : null}
                onOpen={(what) => setOpen(what === null ? null : calendar.id + what)}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = {
  calendar: Calendar;
  mayChange: boolean;
  open: string | null;
  onOpen: (what: string | null) => void;
};

function CalendarLine({ calendar, mayChange, open, onOpen }: LineProps) {
  const { t } = useTranslation();
  const { locale } = useUiLocale();
  const edit = useReturnFocus(open === '/form');
  const toggle = (what: string) => () => onOpen(open === what ? null : what);
  const facts = [
    sayWeek(calendar.week, locale, t('settings.calendars.closed')),
    calendar.zone,
    calendar.country && t('settings.calendars.followsRu'),
    calendar.teams.map((team) => team.name).join(', '),
  ];
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>
          {calendar.name}{' '}
          {calendar.isDefault && (
            <span className={classes.badge}>{t('settings.calendars.isDefault')}</span>
          )}
        </span>
        <span className={classes.itemMore}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <Button variant="subtle" aria-expanded={open === '/year'} onClick={toggle('/year')}>
        {t('settings.calendars.days')}
      </Button>
      {mayChange && (
        <Button
          ref={edit}
          variant="subtle"
          aria-expanded={open === '/form'}
          onClick={toggle('/form')}
        >
          {t('settings.edit')}
        </Button>
      )}
      {mayChange && !calendar.isDefault && <OtherActs calendar={calendar} />}
      {open !== null && (
        <div style={{ flexBasis: '100%' }}>
          {open === '/form' ? (
            <Opened of={calendar}>
              {(opened) => <CalendarForm calendar={opened} onClose={() => onOpen(null)} />}
            </Opened>
          ) : (
            <YearView calendar={calendar} mayChange={mayChange} />
          )}
        </div>
      )}
    </li>
  );
}

function OtherActs({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const options = { touches: ['calendars'] };
  const path = `/calendars/${calendar.id}`;
  const makeDefault = useSave(() => api.patch(path, { isDefault: true }), options);
  return (
    <>
      <Button variant="subtle" onClick={() => makeDefault.mutate(undefined)}>
        {t('settings.calendars.makeDefault')}
      </Button>
      <RemoveButton path={path} name={calendar.name} touches={options.touches} />
    </>
  );
}
