import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import type { FieldCondition } from '../../../parts/conditions/fields.data.ts';
import { useLeafWords } from '../../../parts/conditions/use-sentence.ts';
import { useTargetWords } from '../sla/use-policy-sentence.ts';
import classes from '../settings.module.css';
import own from './lab.module.css';
import type { LabDifference, LabExample, LabResult } from './lab-types.ts';
import { usePair } from './use-value.ts';

/** Where the page leads from its first sentences. */
export const examplesId = 'lab-examples';

type Found = Page<LabExample> & { hidden: number };
const atOnce = 24;

type Props = { runId: string; result: LabResult };

const kindsOf = ({ fields, targets, effects, tickets }: LabResult): string[] => [
  ...fields.map(({ field }) => `field ${field}`),
  ...(tickets.turns > 0 ? ['turn assigneeId'] : []),
  ...targets
    .filter(({ nowLate, nowInTime }) => nowLate + nowInTime > 0)
    .map(({ target }) => `target ${target}`),
  ...effects.filter(({ was, would }) => was !== would).map(({ kind }) => `effect ${kind}`),
];

/** Some tickets of every kind, each with what happened, what would have, and why. */
export function Examples({ runId, result }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState('');
  const name = useKindWords();
  const pages = useInfiniteQuery({
    queryKey: ['lab', 'examples', runId, kind],
    queryFn: ({ signal, pageParam: after }) =>
      api.get<Found>(`/lab/runs/${runId}/examples`, { kind, limit: atOnce, after }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const examples = {
    ...pages,
    data: pages.data && {
      items: pages.data.pages.flatMap(({ items }) => items),
      hidden: pages.data.pages[0]?.hidden ?? 0,
    },
  };
  return (
    <section id={examplesId} className={own.part} aria-label={t('lab.examples')}>
      <h3>{t('lab.examples')}</h3>
      <NativeSelect
        label={t('lab.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        data={[
          { value: '', label: t('lab.allKinds') },
          ...kindsOf(result).map((each) => ({ value: each, label: name(each) })),
        ]}
      />
      <Loaded of={examples} wordsOf={wordsOf}>
        {({ items, hidden }) => (
          <>
            {items.length === 0 && <p className={classes.hint}>{t('lab.noExamples')}</p>}
            {items.length > 0 && (
              <ul className={classes.list}>
                {items.map((example) => (
                  <ExampleLine key={example.ticketId} example={example} result={result} />
                ))}
              </ul>
            )}
            {pages.hasNextPage && (
              <Button
                variant="default"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {t('settings.audit.more')}
              </Button>
            )}
            {hidden > 0 && <p className={classes.hint}>{t('lab.hidden', { count: hidden })}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}

function ExampleLine({ example, result }: { example: LabExample; result: LabResult }) {
  const { t } = useTranslation();
  const { number, subject, openedAt, differences } = example;
  const kind = useKindWords();
  const said = useDifference(result);
  const why = useWhy(result);
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <a
          href={`/tickets/${number}`}
          target="_blank"
          rel="noreferrer"
          className={`${classes.itemName} ${own.link}`}
        >
          #{number} {subject} <span className="sr-only">{t('lab.opensInTab')}</span>
        </a>
      </span>
      <span className={classes.itemMore}>
        <TimeText at={openedAt} />
      </span>
      <ul className={own.differences}>
        {differences.map((difference) => (
          <li key={difference.kind}>
            {kind(difference.kind)}: <strong>{said(difference)}</strong>
            {difference.reason && <span className={own.why}> — {why(difference)}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}

function useKindWords(): (kind: string) => string {
  const { t } = useTranslation();
  const target = useTargetWords();
  return (kind) => {
    const [what = '', name = ''] = kind.split(' ');
    if (what === 'target') {
      return target(name);
    }
    const words = { field: 'field', turn: 'turn' }[what] ?? 'effects';
    return t(`lab.${words}.${name}`);
  };
}

function useDifference({ names }: LabResult): (difference: LabDifference) => string {
  const { t } = useTranslation();
  const pair = usePair(names);
  return ({ kind, was, would }) => {
    const [what = '', name = ''] = kind.split(' ');
    if (what === 'field' || what === 'turn') {
      const [before, after] = pair(name, { was, would });
      return t('lab.instead', { was: before, would: after });
    }
    const say = (one: unknown): string =>
      what === 'target' ? t(`lab.lateness.${String(one)}`) : t('lab.times', { count: Number(one) });
    return t('lab.instead', { was: say(was), would: say(would) });
  };
}

/** Reasons that say which rule it was. */
const namesRule = new Set(['rule', 'routed', 'routed_to_team', 'routing_waits']);

/** The rule, and what of the ticket it looked at. */
function useWhy({ rules }: LabResult): (difference: LabDifference) => string {
  const { t } = useTranslation();
  const leaf = useLeafWords();
  const nameOf = ({ name, ruleId }: Record<string, unknown>): string =>
    typeof name === 'string' ? name : (rules.find(({ id }) => id === ruleId)?.name ?? '');
  const ifOf = ({ matched }: Record<string, unknown>): string =>
    Array.isArray(matched)
      ? (matched as FieldCondition[])
          .map((each) => leaf(each))
          .join(` ${t('conditions.group.joinAll')} `)
      : '';
  return ({ kind, reason, side }) => {
    if (kind.startsWith('turn ')) {
      return t('lab.why.turn');
    }
    if (!reason || !namesRule.has(reason.code)) {
      return t('lab.why.policy');
    }
    const params = reason.params ?? {};
    const text = ifOf(params);
    const why = t(side === 'was' ? 'lab.why.was' : 'lab.why.would', { name: nameOf(params) });
    return text === '' ? why : `${why}, ${t('lab.why.if', { text })}`;
  };
}
