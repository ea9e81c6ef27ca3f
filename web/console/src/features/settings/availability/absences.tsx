import { Button, Checkbox } from '@mantine/core';
import { IconBeach, IconPlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { wordsOf } from '../../../lib/problem.ts';
import type { Absence } from '../../../parts/availability/types.ts';
import classes from '../settings.module.css';
import { AbsenceForm } from './absence-form.tsx';
import { AbsenceLine } from './absence-line.tsx';
import { useAvailabilityList } from './use-lists.ts';

/** Absences of everybody, or of one: what is on and planned, and on request what is over. */
export function Absences({ userId }: { userId?: string }) {
  const { t } = useTranslation();
  const [adds, setAdds] = useState(false);
  const [over, setOver] = useState(false);
  const of = userId ? { user: userId } : {};
  const current = useAvailabilityList<Absence>('/absences', of);
  return (
    <div className={classes.steps}>
      {!adds && (
        <div className={classes.row}>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setAdds(true)}>
            {t('availability.absence.add')}
          </Button>
          <Checkbox
            label={t('availability.absence.over')}
            checked={over}
            onChange={(event) => setOver(event.currentTarget.checked)}
          />
        </div>
      )}
      {adds && (
        <section className={classes.panel}>
          <AbsenceForm
            absence={null}
            {...(userId !== undefined && { userId })}
            onClose={() => setAdds(false)}
          />
        </section>
      )}
      <Loaded
        of={current}
        wordsOf={wordsOf}
        skeletonRows={3}
        empty={
          <Empty
            icon={<IconBeach size={30} stroke={1.4} />}
            title={t('availability.absence.empty')}
            text={t('availability.absence.emptyText')}
          />
        }
      >
        {(list) => <AbsenceList list={list} />}
      </Loaded>
      {over && <OverAbsences of={of} />}
    </div>
  );
}

function OverAbsences({ of }: { of: Record<string, string> }) {
  const { t } = useTranslation();
  const past = useAvailabilityList<Absence>('/absences', { ...of, over: 'true' });
  return (
    <Loaded
      of={past}
      wordsOf={wordsOf}
      skeletonRows={3}
      empty={<p className={classes.hint}>{t('availability.absence.noneOver')}</p>}
    >
      {(list) => <AbsenceList list={list} />}
    </Loaded>
  );
}

function AbsenceList({ list }: { list: readonly Absence[] }) {
  // A line of a ticket's history leads to the absence it speaks of.
  const { rule: named } = useSearch({ strict: false }) as { rule?: string };
  const [open, setOpen] = useState<string | null>(named ? `${named}/tickets` : null);
  return (
    <ul className={classes.list}>
      {list.map((absence) => (
        <AbsenceLine
          key={absence.id}
          absence={absence}
          open={open?.startsWith(absence.id) ? open.slice(absence.id.length) : null}
          onOpen={(what) => setOpen(what === null ? null : absence.id + what)}
        />
      ))}
    </ul>
  );
}
