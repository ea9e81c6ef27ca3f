import { useTranslation } from 'react-i18next';
import { groupOf } from '../../../parts/conditions/tree.ts';
import { useConditionSentence } from '../../../parts/conditions/use-sentence.ts';
import { goalsInOrder, isBuiltIn, priorities, type SlaPolicy } from './draft.ts';
import { hoursAndMinutes, percentOf } from './time-words.ts';

type Said = Pick<SlaPolicy, 'condition' | 'terms' | 'byTeam'> & { calendarName: string | null };

/** Minutes as one says them, and as the form reads them again. */
export function useTimeWords(): (minutes: number) => string {
  const { t } = useTranslation();
  return (all) => {
    const { hours, minutes } = hoursAndMinutes(all);
    const parts = [
      hours > 0 && t('sla.hours', { hours }),
      (minutes > 0 || hours === 0) && t('sla.minutes', { minutes }),
    ];
    return parts.filter(Boolean).join(' ');
  };
}

export function useTargetWords(): (target: string) => string {
  const { t } = useTranslation();
  return (target) =>
    isBuiltIn(target)
      ? t(`sla.target.${target}`)
      : t('conditions.quoted', { value: target.replaceAll('_', ' ') });
}

/** For which tickets what is promised, and how its time is counted: a policy as one would say it. */
export function usePolicySentence(): (policy: Said) => string {
  const { t } = useTranslation();
  const condition = useConditionSentence();
  const goals = useGoalWords();
  const counted = useCountedWords();
  return (policy) => {
    const group = groupOf(policy.condition);
    const holdsForAll = group?.list.length === 0 && group.word !== 'any';
    const which = holdsForAll
      ? t('sla.everyTicket')
      : t('sla.ifTicket', { condition: condition(policy.condition) });
    return `${which}: ${goals(policy.terms)}. ${counted(policy)}`;
  };
}

function useGoalWords(): (terms: SlaPolicy['terms']) => string {
  const { t } = useTranslation();
  const time = useTimeWords();
  const name = useTargetWords();
  return ({ targets }) =>
    goalsInOrder(targets)
      .map(([target, { minutes, byPriority = {} }]) => {
        const goal = t('sla.goal', { target: name(target), time: time(minutes) });
        const own = priorities.flatMap((level) => {
          const other = byPriority[level];
          return other === undefined
            ? []
            : [t('sla.levelGoal', { level: t(`sla.levels.${level}`), time: time(other) })];
        });
        return own.length > 0 ? `${goal} (${own.join(', ')})` : goal;
      })
      .join(', ');
}

function useCountedWords(): (policy: Said) => string {
  const { t, i18n } = useTranslation();
  const or = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  const hours = ({ byTeam, calendarName: name }: Said) => {
    if (byTeam) {
      return name === null ? t('sla.runsByTeam') : t('sla.runsByTeamElse', { name });
    }
    return name === null ? t('sla.runsAlways') : t('sla.runsByCalendar', { name });
  };
  return (policy) => {
    const { pausedIn, warnAt } = policy.terms;
    const paused = or.format(pausedIn.map((status) => t(`conditions.value.status.${status}`)));
    const runs = [hours(policy), pausedIn.length > 0 && t('sla.runsNot', { paused })];
    const shares = new Intl.ListFormat(i18n.language).format(
      warnAt.map((share) => t('sla.percent', { percent: percentOf(share) })),
    );
    const warns = warnAt.length > 0 ? t('sla.warns', { shares }) : t('sla.warnsNever');
    return `${runs.filter(Boolean).join('. ')}. ${warns}.`;
  };
}
