import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { DecisionView, type RoutingDecision } from '../../../parts/routing/decision-view.tsx';
import classes from '../settings.module.css';
import type { Draft } from './types.ts';

type Props = { draft: Draft; ruleId: string | undefined };

/** What the rule as it stands here would do with a ticket; nothing is changed. */
export function TryOut({ draft, ruleId }: Props) {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const play = useMutation({
    mutationFn: () =>
      api.post<RoutingDecision>('/routing-rules/preview', {
        ticketId: number.trim().replace(/^#/, ''),
        draft,
        only: true,
        ...(ruleId && { ruleId }),
      }),
  });
  const run = () => number.trim() !== '' && play.mutate();
  return (
    <fieldset className={classes.acts}>
      <legend>{t('routing.try')}</legend>
      <div className={classes.row}>
        <TextInput
          aria-label={t('routing.tryNumber')}
          placeholder={t('routing.tryNumber')}
          inputMode="numeric"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          onKeyDown={(event) => {
            // It is tried, not saved.
            if (event.key === 'Enter') {
              event.preventDefault();
              run();
            }
          }}
        />
        <Button variant="default" loading={play.isPending} onClick={run}>
          {t('routing.tryIt')}
        </Button>
      </div>
      <output>
        {play.error && <p className={classes.error}>{wordsOf(play.error).words}</p>}
        {play.data && <DecisionView decision={play.data} />}
      </output>
    </fieldset>
  );
}
