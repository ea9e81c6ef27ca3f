import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { ApiProblem, wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';

type Effect = components['schemas']['RuleEffect'];

const replay = ({ id }: Effect) => api.post(`/rules/effects/${id}/replay`, {});

/** One after the other: each begins on its own, and the first that is refused is said. */
async function replayAll(effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    await replay(effect);
  }
}

/** What rules could not do, or not at once: nobody would know else. Nothing is shown while all is well. */
export function FailedEffects() {
  const { t } = useTranslation();
  const effects = useInfiniteQuery({
    queryKey: ['rules', 'failed'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Effect>>(
        '/rules/effects',
        { state: 'trouble', limit: 20, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const again = useSave(replayAll, { touches: ['rules'] });
  const shown = effects.data?.pages.flatMap((page) => page.items) ?? [];
  const failed = shown.filter(({ state }) => state === 'failed');
  if (shown.length === 0) {
    return null;
  }
  return (
    <section className={classes.panel} aria-label={t('rules.failed')}>
      <h3>{t('rules.failed')}</h3>
      <ul className={classes.list}>
        {shown.map((effect) => (
          <Line
            key={effect.id}
            effect={effect}
            busy={again.isPending}
            onReplay={() => again.mutate([effect])}
          />
        ))}
      </ul>
      <div>
        {failed.length > 1 && (
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate(failed)}>
            {t('rules.replayAll')}
          </Button>
        )}
        {effects.hasNextPage && (
          <Button
            variant="subtle"
            loading={effects.isFetchingNextPage}
            onClick={() => void effects.fetchNextPage()}
          >
            {t('rules.moreFailed')}
          </Button>
        )}
      </div>
    </section>
  );
}

type LineProps = { effect: Effect; busy: boolean; onReplay: () => void };

function Line({ effect, busy, onReplay }: LineProps) {
  const { t } = useTranslation();
  const { rule, action, ticketNumber, state, attempts, createdAt, finishedAt } = effect;
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>
          {rule.name} · {t(`rules.action.${action.kind}`)}
        </span>
        <span className={classes.itemMore}>
          <TimeText at={finishedAt ?? createdAt} /> ·{' '}
          {t('settings.letters.attempts', { count: attempts })}
          {action.kind === 'webhook' && ` · ${action.url}`}
        </span>
      </span>
      {ticketNumber !== null && (
        <Button variant="subtle" component={Link} to={`/tickets/${ticketNumber}`}>
          #{ticketNumber}
        </Button>
      )}
      {state === 'failed' ? (
        <Button variant="subtle" disabled={busy} onClick={onReplay}>
          {t('rules.replay')}
        </Button>
      ) : (
        <span className={classes.itemMore}>{t('rules.again')}</span>
      )}
      <p className={classes.problem}>{useProblemWords(effect)}</p>
    </li>
  );
}

function useProblemWords({ problem }: Effect): string {
  const { t } = useTranslation();
  const [, status] = /^http\.(\d+)$/.exec(problem ?? '') ?? [];
  if (problem === 'outside.too_many_redirects') {
    return t('rules.redirected');
  }
  return status === undefined
    ? wordsOf(new ApiProblem(422, { code: problem ?? '', detail: problem ?? '' })).words
    : t('rules.answered', { status });
}
