import { useTranslation } from 'react-i18next';
import { useUsers } from '../../../lib/refs.ts';
import { groupOf } from '../../../parts/conditions/tree.ts';
import { useFoundNames } from '../../../parts/conditions/use-choices.ts';
import { useConditionSentence } from '../../../parts/conditions/use-sentence.ts';
import { goalsInOrder, isBuiltIn, priorities, type SlaPolicy } from './draft.ts';
import { stepDraftOf, type StepDraft } from './step-draft.ts';
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
export function usePolicySentence(
  of: readonly Pick<Said, 'condition'>[],
): (policy: Said) => string {
  const { t } = useTranslation();
  const named = useFoundNames(of.map((policy) => policy.condition));
  const condition = useConditionSentence();
  const goals = useGoalWords();
  const counted = useCountedWords();
  const steps = useStepWords();
  return (policy) => {
    const group = groupOf(policy.condition);
    const holdsForAll = group?.list.length === 0 && group.word !== 'any';
    const which = holdsForAll
      ? t('sla.everyTicket')
      : t('sla.ifTicket', { condition: condition(policy.condition, named) });
    const said = [`${which}: ${goals(policy.terms)}`, counted(policy), steps(policy.terms)];
    return `${said.filter(Boolean).join('. ')}.`;
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
    return `${runs.filter(Boolean).join('. ')}. ${warns}`;
  };
}

/** «Эскалация: первый ответ, через 30 мин после срока — исполнитель, руководители команды»; who of them by name is seen in the form. */
function useStepWords(): (terms: SlaPolicy['terms']) => string {
  const { t, i18n } = useTranslation();
  const time = useTimeWords();
  const name = useTargetWords();
  const list = new Intl.ListFormat(i18n.language);
  const users = useUsers().data ?? [];
  const named = new Map(users.map((user) => [user.id, user.name]));
  const when = (step: StepDraft) =>
    t(`sla.stepMoment.${step.moment}`, { value: step.value, target: name(step.target) });
  const who = ({ told }: StepDraft) =>
    told.map((each) => {
      const [kind, id = ''] = each.split(' ');
      return kind === 'user'
        ? (named.get(id) ?? t('sla.someone'))
        : t(kind === 'role' ? 'sla.byRole' : `sla.party.${each}`);
    });
  return ({ steps }) =>
    steps.length === 0
      ? ''
      : t('sla.escalates', {
          steps: steps
            .map((each) => stepDraftOf(each, time))
            .map((step) => {
              const does = step.acts.map(({ kind }) => t(`sla.doing.${kind}`));
              return t('sla.stepSaid', {
                when: when(step),
                does: list.format([...new Set([...who(step), ...does])]),
              });
            })
            .join('; '),
        });
}
