import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTargetWords } from '../sla/use-policy-sentence.ts';
import classes from '../settings.module.css';
import { Days } from './days.tsx';
import { Examples, examplesId } from './examples.tsx';
import { headlinesOf } from './headlines.ts';
import own from './lab.module.css';
import type { LabResult } from './lab-types.ts';
import { People } from './people.tsx';
import { SideTable, type SideRow } from './side-table.tsx';
import { useNumber } from './use-number.ts';
import { useHeadline } from './use-value.ts';
import { Ways } from './ways.tsx';

type Props = { runId: string; result: LabResult };

/** What a change would have made of the past: three sentences, then tables, then tickets to look at. */
export function ResultView({ runId, result }: Props) {
  const { t } = useTranslation();
  const headline = useHeadline(result.names);
  const rows = useRows(result);
  const hasExamples = result.tickets.different + result.tickets.turns > 0;
  return (
    <>
      <ul className={own.headlines}>
        {headlinesOf(result).map((each) => (
          <li key={each.key}>{headline(each)}</li>
        ))}
      </ul>
      {hasExamples && (
        <Button
          variant="light"
          className={own.rest}
          onClick={() => document.getElementById(examplesId)?.scrollIntoView()}
        >
          {t('lab.toExamples')}
        </Button>
      )}
      {result.routing !== 'none' && (
        <p className={classes.hint}>{t(`lab.routing.${result.routing}`)}</p>
      )}
      <Honest result={result} />
      <Ways result={result} />
      <People result={result} />
      <SideTable title={t('lab.queue')} first={t('lab.doneWhat')} rows={rows.queue} />
      <SideTable title={t('lab.promises')} first={t('lab.target')} rows={rows.promises} />
      <SideTable title={t('lab.done')} first={t('lab.doneWhat')} rows={rows.done} />
      <SideTable
        title={`${t('lab.teams')} · ${t('lab.came', { side: '' }).replace(/[:\s]+$/, '')}`}
        first={t('lab.field.teamId')}
        rows={rows.teams}
      />
      <Days days={result.days} />
      {hasExamples && <Examples runId={runId} result={result} />}
    </>
  );
}

function useRows(result: LabResult): Record<'promises' | 'done' | 'queue' | 'teams', SideRow[]> {
  const { t } = useTranslation();
  const target = useTargetWords();
  const { names, targets, rules, effects, warnings, byHand, cut, teams, waited } = result;
  const done = [
    ...rules.map(({ id, name, ...two }) => ({ key: id, name: t('lab.rule', { name }), ...two })),
    ...effects.map(({ kind, ...two }) => ({ key: kind, name: t(`lab.effects.${kind}`), ...two })),
    ...byHand.map(({ field, ...two }) => ({
      key: `hand ${field}`,
      name: t('lab.byHand', { field: t(`lab.field.${field}`) }),
      ...two,
    })),
    { key: 'warnings', name: t('lab.warnings'), ...warnings },
    { key: 'cut', name: t('lab.cut'), ...cut },
  ];
  return {
    promises: targets.map(({ target: name, late }) => ({
      key: name,
      name: t('lab.late', { side: target(name) }),
      ...late,
    })),
    done: done.filter(({ was, would }) => was + would > 0),
    queue: [
      { key: 'waited', name: t('lab.waited'), ...waited.tickets },
      { key: 'minutes', name: t('lab.waitedMinutes'), ...minutesEach(waited) },
    ].filter(({ was, would }) => was + would > 0),
    teams: teams.flatMap(({ id, came, late }) => {
      const name = id === null ? t('lab.none') : (names[id] ?? '…');
      return [
        { key: `came ${id}`, name, ...came },
        ...(late.was + late.would > 0
          ? [{ key: `late ${id}`, name: t('lab.lateShort', { side: name }), ...late }]
          : []),
      ];
    }),
  };
}

const minutesEach = ({ tickets, minutes }: LabResult['waited']) => ({
  was: Math.round(minutes.was / Math.max(1, tickets.was)),
  would: Math.round(minutes.would / Math.max(1, tickets.would)),
});

const ofAll = ['people', 'begins', 'cards', 'words'] as const;
const ofRouting = ['people', 'turns', 'presence', 'begins', 'cards', 'words'] as const;

/** Said beside the result, not in a footnote of the guide. */
function Honest({ result: { faithful, routing, tickets, seconds } }: { result: LabResult }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { opened, older, incomplete, left } = tickets;
  return (
    <details className={own.honest}>
      <summary>{t('lab.honest')}</summary>
      <ul>
        {faithful.of > 0 && (
          <li>{t('lab.faithful', { same: number(faithful.same), of: number(faithful.of) })}</li>
        )}
        {faithful.person && (
          <li>
            {t('lab.faithfulPerson', {
              same: number(faithful.person.same),
              of: number(faithful.person.of),
            })}
          </li>
        )}
        {(routing === 'anew' ? ofRouting : ofAll).map((point) => (
          <li key={point}>{t(`lab.honestPoints.${point}`)}</li>
        ))}
        {incomplete > 0 && <li>{t('lab.honestPoints.incomplete', { count: incomplete })}</li>}
        {left > 0 && <li>{t('lab.honestPoints.left', { count: left })}</li>}
      </ul>
      <p className={classes.hint}>
        {t('lab.took', {
          all: number(opened + older),
          older: number(older),
          seconds: number(seconds),
        })}
      </p>
    </details>
  );
}
