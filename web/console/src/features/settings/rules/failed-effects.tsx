import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { api } from '../../../lib/client.ts';
import { ApiProblem, wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';

type Effect = components['schemas']['RuleEffect'];

/** What rules could not do: nobody would know else. Nothing is shown while all is well. */
export function FailedEffects() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['rules', 'failed'],
    queryFn: ({ signal }) =>
      api.get<{ items: Effect[] }>('/rules/effects', { state: 'failed', limit: 20 }, signal),
  });
  const again = useSave((id: string) => api.post(`/rules/effects/${id}/replay`, {}), {
    touches: ['rules'],
  });
  const failed = data?.items ?? [];
  if (failed.length === 0) {
    return null;
  }
  return (
    <section className={classes.panel} aria-label={t('rules.failed')}>
      <h3>{t('rules.failed')}</h3>
      <ul className={classes.list}>
        {failed.map(({ id, rule, action, ticketNumber, problem }) => (
          <li key={id} className={classes.item}>
            <span className={classes.itemMain}>
              <span className={classes.itemName}>
                {rule.name} · {t(`rules.action.${action.kind}`)}
                {ticketNumber !== null && ` · #${ticketNumber}`}
              </span>
              <span className={classes.itemMore}>
                {wordsOf(new ApiProblem(422, { code: problem ?? '', detail: problem ?? '' })).words}
              </span>
            </span>
            <Button variant="subtle" onClick={() => again.mutate(id)}>
              {t('rules.replay')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
