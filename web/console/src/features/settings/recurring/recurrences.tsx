import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { Loaded } from '../../../../../ui/states.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { useSave } from '../use-save.ts';
import { RecurrenceForm } from './recurrence-form.tsx';
import { isShowable, type Recurrence, type TicketTemplate } from './recurrence-value.ts';
import { useRecurrenceSentence } from './use-recurrence-sentence.ts';

type Run = components['schemas']['RecurrenceRun'];

/** When tickets of a template open by themselves. */
export function Recurrences({ template }: { template: TicketTemplate }) {
  const { t } = useTranslation();
  const all = useItems<Recurrence>('recurrences', '/recurrences');
  const [open, setOpen] = useState<string | null>(null);
  const own = (all.data ?? []).filter((each) => each.template.id === template.id);
  const isAdding = open === 'new';
  return (
    <section aria-label={t('recurring.schedules')}>
      <ul className={classes.list}>
        {own.map((recurrence) => (
          <Line
            key={recurrence.id}
            recurrence={recurrence}
            open={open?.startsWith(recurrence.id) ? open.slice(recurrence.id.length) : null}
            onOpen={(what) => setOpen(what === null ? null : recurrence.id + what)}
          />
        ))}
      </ul>
      {isAdding ? (
        <RecurrenceForm templateId={template.id} recurrence={null} onClose={() => setOpen(null)} />
      ) : (
        <div className={classes.row}>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={template.requester === null}
            onClick={() => setOpen('new')}
          >
            {t('recurring.addSchedule')}
          </Button>
          {template.requester === null && (
            <span className={classes.itemMore}>{t('recurring.needRequester')}</span>
          )}
        </div>
      )}
    </section>
  );
}

type LineProps = {
  recurrence: Recurrence;
  open: string | null;
  onOpen: (what: 'form' | 'runs' | null) => void;
};

function Line({ recurrence, open, onOpen }: LineProps) {
  const { t } = useTranslation();
  const { id, version, paused, repeat } = recurrence;
  const touches = ['recurrences'];
  const pause = useSave(() => api.patch(`/recurrences/${id}`, { version, paused: !paused }), {
    touches,
  });
  const toggle = (what: 'form' | 'runs') => onOpen(open === what ? null : what);
  return (
    <li className={classes.item}>
      <Facts recurrence={recurrence} />
      <Button
        variant="subtle"
        size="compact-sm"
        loading={pause.isPending}
        onClick={() => pause.mutate(undefined)}
      >
        {t(paused ? 'recurring.resume' : 'recurring.pause')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={open === 'runs'}
        onClick={() => toggle('runs')}
      >
        {t('recurring.runs')}
      </Button>
      {isShowable(repeat) && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open === 'form'}
          onClick={() => toggle('form')}
        >
          {t('settings.edit')}
        </Button>
      )}
      <RemoveButton path={`/recurrences/${id}`} name={recurrence.template.name} touches={touches} />
      {open === 'form' && (
        <div style={{ flexBasis: '100%' }}>
          <RecurrenceForm
            key={version}
            templateId={recurrence.template.id}
            recurrence={recurrence}
            onClose={() => onOpen(null)}
          />
        </div>
      )}
      {open === 'runs' && <Runs recurrenceId={id} />}
    </li>
  );
}

function Facts({ recurrence }: { recurrence: Recurrence }) {
  const { t, i18n } = useTranslation();
  const say = useRecurrenceSentence();
  const { paused, nextAt, zone, calendar, last } = recurrence;
  const next = nextAt
    ? t('recurring.next', {
        date: new Date(nextAt).toLocaleString(i18n.language, {
          dateStyle: 'long',
          timeStyle: 'short',
          timeZone: zone,
        }),
      })
    : t('recurring.over');
  const facts = [paused ? t('recurring.paused') : next, zone, calendar?.name];
  return (
    <span className={classes.itemMain}>
      <span>{say({ ...recurrence, hasCalendar: calendar !== null })}</span>
      <span className={classes.itemMore}>{facts.filter(Boolean).join(' · ')}</span>
      {last?.outcome === 'failed' && (
        <span className={classes.badge} data-tone="bad">
          {t('recurring.lastFailed', {
            why: t(`errors.${last.problem ?? 'unknown'}`, { defaultValue: last.problem ?? '' }),
          })}
        </span>
      )}
    </span>
  );
}

function Runs({ recurrenceId }: { recurrenceId: string }) {
  const { t } = useTranslation();
  const runs = useQuery({
    queryKey: ['recurrences', 'runs', recurrenceId],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Run>>(`/recurrences/${recurrenceId}/runs`, { limit: 20 }, signal)).items,
  });
  const open = useSave(
    (on: string) => api.post(`/recurrences/${recurrenceId}/runs/${on}/open`, {}),
    { touches: ['recurrences', 'tickets'] },
  );
  return (
    <div style={{ flexBasis: '100%' }}>
      <Loaded of={runs} wordsOf={wordsOf} empty={<p>{t('recurring.noRuns')}</p>}>
        {(list) => (
          <ul className={classes.list}>
            {list.map((run) => (
              <li key={run.on} className={classes.item}>
                <RunFacts run={run} />
                {run.outcome !== 'opened' && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    loading={open.isPending && open.variables === run.on}
                    onClick={() => open.mutate(run.on)}
                  >
                    {t('recurring.openNow')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
}

function RunFacts({ run }: { run: Run }) {
  const { t, i18n } = useTranslation();
  const { on, ticket, outcome, problem } = run;
  const day = new Date(`${on}T00:00:00Z`).toLocaleDateString(i18n.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (
    <span className={classes.itemMain}>
      <span>
        {day}: {t(`recurring.outcome.${outcome}`)}
        {ticket && (
          <>
            {' '}
            <a href={`/tickets/${ticket.number}`}>#{ticket.number}</a> {ticket.subject}
          </>
        )}
      </span>
      {problem && (
        <span className={classes.itemMore}>
          {t(`errors.${problem}`, { defaultValue: problem })}
        </span>
      )}
    </span>
  );
}
