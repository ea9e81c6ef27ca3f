import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { components } from '../../../../../../contracts/client.ts';
import { allPages } from '../../../lib/all-pages.ts';
import { api } from '../../../lib/client.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import type { Rule } from './rule-types.ts';
import { wordDiff } from './word-diff.ts';
import { useRuleSentence } from './use-rule-sentence.ts';

type Version = components['schemas']['RuleVersion'];

/** How the rule has been: each version as its sentence, with what bringing it back would change. */
export function RuleVersions({ rule, onBack }: { rule: Rule; onBack: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['rules', rule.id, rule.version],
    queryFn: ({ signal }) => allPages<Version>(`/rules/${rule.id}/versions`, {}, signal),
  });
  const back = useSave((to: number) => api.post(`/rules/${rule.id}/roll-back`, { to }), {
    touches: ['rules'],
    onDone: onBack,
  });
  const old = (data ?? []).filter(({ version }) => version !== rule.version);
  const sentence = useRuleSentence([rule, ...old.map(({ definition }) => definition)]);
  if (old.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>{t('rules.versions', { count: old.length })}</summary>
      <ul className={classes.list}>
        {old.map(({ version, changedAt, changedBy, definition }) => (
          <li key={version} className={classes.item}>
            <span className={classes.itemMain}>
              <span className={classes.itemName}>
                {definition.name} · {changedBy} · <TimeText at={changedAt} className="" />
              </span>
              <Difference from={sentence(rule)} to={sentence(definition)} />
            </span>
            <Button variant="subtle" onClick={() => back.mutate(version)}>
              {t('rules.rollBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What would go stands struck through, what would come back is marked; a reader hears both named. */
function Difference({ from, to }: { from: string; to: string }) {
  return (
    <span className={classes.itemMore}>
      {wordDiff(from, to).map(({ text, is }, at) => {
        const Tag = ({ gone: 'del', new: 'ins', same: 'span' } as const)[is];
        return (
          <Fragment key={at}>
            {at > 0 && ' '}
            <Tag>{text}</Tag>
          </Fragment>
        );
      })}
    </span>
  );
}
