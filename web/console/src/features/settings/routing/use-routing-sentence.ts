import { useTranslation } from 'react-i18next';
import { useTeams } from '../../../lib/refs.ts';
import { groupOf } from '../../../parts/conditions/tree.ts';
import { useFoundNames } from '../../../parts/conditions/use-choices.ts';
import { useConditionSentence } from '../../../parts/conditions/use-sentence.ts';
import { useItems } from '../use-items.ts';
import type { Draft, RoutingStep, Skill } from './types.ts';

export const useSkills = () => useItems<Skill>('skills', '/skills');

/** Which tickets go to whom, as one would say it. */
export function useRoutingSentence(of: readonly Draft[]): (rule: Draft) => string {
  const { t } = useTranslation();
  const named = useFoundNames(of.map((rule) => rule.condition));
  const condition = useConditionSentence();
  const step = useStepWords();
  const skills = useSkills().data ?? [];
  return (rule) => {
    const group = groupOf(rule.condition);
    const isEvery = group?.list.length === 0 && group.word !== 'any';
    const steps = rule.steps.map(step).join(t('routing.sentence.else'));
    const needed = rule.skills.map(({ skillId, level }) =>
      t('routing.atLeast', { name: skills.find(({ id }) => id === skillId)?.name ?? '…', level }),
    );
    return [
      isEvery
        ? t('routing.sentence.every', { steps })
        : t('routing.sentence.if', { condition: condition(rule.condition, named), steps }),
      needed.length > 0 && t('routing.sentence.skills', { skills: needed.join(', ') }),
    ]
      .filter(Boolean)
      .join(' ');
  };
}

function useStepWords(): (step: RoutingStep) => string {
  const { t } = useTranslation();
  const teams = useTeams().data ?? [];
  return ({ teamId, who, way, lastAgentFirst }) => {
    const team = teams.find(({ id }) => id === teamId)?.name ?? '…';
    if (way === 'team') {
      return t('routing.sentence.stepTeam', { team });
    }
    const said = t('routing.sentence.step', {
      team,
      way: t(`routing.way.${way}`),
      who: t(`routing.who.${who}`),
    });
    return lastAgentFirst ? `${said} (${t('routing.sentence.last')})` : said;
  };
}
