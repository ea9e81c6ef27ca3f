import { useTranslation } from 'react-i18next';
import { useRoutingSentence } from '../routing/use-routing-sentence.ts';
import { useRuleSentence } from '../rules/use-rule-sentence.ts';
import { usePolicySentence } from '../sla/use-policy-sentence.ts';
import classes from '../settings.module.css';
import type { DraftChange } from './lab-types.ts';

const how = ({ id, definition }: DraftChange): string =>
  definition === null ? 'removed' : id === null ? 'added' : 'changed';

/** What was tried, each setting as its sentence. */
export function DraftLines({ changes, title }: { changes: DraftChange[]; title: string }) {
  const { t } = useTranslation();
  const said = useDraftSentence(changes);
  return (
    <ul className={classes.steps}>
      {changes.map((change, at) => (
        <li key={at} className={classes.itemMain}>
          <span className={classes.itemName}>
            {t(`lab.what.${change.setting}.${how(change)}`)}: {change.definition?.name ?? title}
            {change.place !== undefined && `, ${t('lab.place.said', { place: change.place })}`}
          </span>
          <span className={classes.itemMore}>{said(change)}</span>
        </li>
      ))}
    </ul>
  );
}

function useDraftSentence(changes: readonly DraftChange[]): (change: DraftChange) => string {
  const rule = useRuleSentence(definitionsOf(changes, 'rule'));
  const policy = usePolicySentence(definitionsOf(changes, 'sla_policy'));
  const routing = useRoutingSentence(definitionsOf(changes, 'routing_rule'));
  return (change) => {
    if (change.definition === null) {
      return '';
    }
    switch (change.setting) {
      case 'rule':
        return rule(change.definition);
      case 'routing_rule':
        return routing(change.definition);
      default:
        return policy({ ...change.definition, calendarName: null });
    }
  };
}

type Of<S extends DraftChange['setting']> = Extract<DraftChange, { setting: S }>;

const definitionsOf = <S extends DraftChange['setting']>(
  changes: readonly DraftChange[],
  setting: S,
): NonNullable<Of<S>['definition']>[] =>
  changes.flatMap((change) =>
    change.setting === setting && change.definition
      ? [change.definition as NonNullable<Of<S>['definition']>]
      : [],
  );
