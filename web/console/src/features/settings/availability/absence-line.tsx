import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { dayTime, wholeDay } from '../../../../../ui/time.ts';
import { api } from '../../../lib/client.ts';
import type { Absence } from '../../../parts/availability/types.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import { Opened } from '../opened.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { AbsenceForm } from './absence-form.tsx';
import { AbsenceTickets } from './absence-tickets.tsx';
import { touches } from './use-lists.ts';

type Props = {
  absence: Absence;
  open: string | null;
  onOpen: (what: string | null) => void;
};

const tones = { planned: undefined, running: 'warn', over: 'good' } as const;

/** "4 May – 9 May", "today, 9:00 – …" */
function useSpanWords() {
  const { t } = useTranslation();
  const at = useUiLocale();
  return ({ from, to, firstDay, lastDay }: Absence): string => {
    const said = (moment: string) => dayTime(at, new Date(moment), new Date());
    const begins = firstDay ? wholeDay(at, firstDay) : said(from);
    const ends = lastDay ? wholeDay(at, lastDay) : to && said(to);
    return ends === begins ? begins : `${begins} – ${ends ?? t('availability.absence.noEnd')}`;
  };
}

function useFacts(absence: Absence): string {
  const { t } = useTranslation();
  const span = useSpanWords()(absence);
  const { kind, substitute, handsOver, moving, note, tickets } = absence;
  const counted = (['handed', 'returned', 'kept'] as const)
    .filter((state) => tickets[state] > 0)
    .map((state) => t(`availability.absence.${state}`, { count: tickets[state] }));
  const to = substitute
    ? t('availability.absence.by', { name: substitute.name })
    : t('availability.absence.byTeam');
  return [
    kind && t(`availability.absence.kinds.${kind}`),
    span,
    handsOver !== 'nothing' && to,
    ...counted,
    moving && t('availability.absence.moving'),
    note,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function AbsenceLine({ absence, open, onOpen }: Props) {
  const { t } = useTranslation();
  const { state, user, tickets } = absence;
  const toggle = (what: string) => () => onOpen(open === what ? null : what);
  const moved = tickets.handed + tickets.returned + tickets.kept > 0;
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>
          {user.name}{' '}
          <span className={classes.badge} data-tone={tones[state]}>
            {t(`availability.absence.state.${state}`)}
          </span>
        </span>
        <span className={classes.itemMore}>{useFacts(absence)}</span>
      </span>
      {moved && (
        <Button variant="subtle" aria-expanded={open === '/tickets'} onClick={toggle('/tickets')}>
          {t('availability.absence.tickets')}
        </Button>
      )}
      {absence.mayChange && state !== 'over' && (
        <>
          <Button variant="subtle" aria-expanded={open === '/form'} onClick={toggle('/form')}>
            {t('settings.edit')}
          </Button>
          {state === 'running' ? <EndButton of={absence} /> : <CancelButton of={absence} />}
        </>
      )}
      {open === '/form' && (
        <div style={{ flexBasis: '100%' }}>
          <Opened of={absence}>
            {(opened) => <AbsenceForm absence={opened} onClose={() => onOpen(null)} />}
          </Opened>
        </div>
      )}
      {open === '/tickets' && (
        <div style={{ flexBasis: '100%' }}>
          <AbsenceTickets absenceId={absence.id} />
        </div>
      )}
    </li>
  );
}

function EndButton({ of: { id, user } }: { of: Absence }) {
  const { t } = useTranslation();
  const end = useSave(() => api.post(`/absences/${id}/end`), { touches });
  return (
    <ConfirmButton
      label={t('availability.absence.end')}
      question={t('availability.absence.endQuestion', { name: user.name })}
      loading={end.isPending}
      onConfirm={() => end.mutate(undefined)}
    />
  );
}

function CancelButton({ of: { id, user } }: { of: Absence }) {
  const { t } = useTranslation();
  const cancel = useSave(() => api.delete(`/absences/${id}`), { touches });
  return (
    <ConfirmButton
      label={t('availability.absence.cancel')}
      question={t('availability.absence.cancelQuestion', { name: user.name })}
      loading={cancel.isPending}
      onConfirm={() => cancel.mutate(undefined)}
    />
  );
}
