import { Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../../../parts/conditions/use-choices.ts';
import classes from '../settings.module.css';
import type { RuleAction } from './rule-types.ts';

type EscalateAction = Extract<RuleAction, { kind: 'escalate' }>;
type Props = { action: EscalateAction; onChange: (action: EscalateAction) => void };

/** Who answers for the ticket and is called to it. */
export function EscalateValue({ action, onChange }: Props) {
  const { t } = useTranslation();
  const people = useChoices('assignee');
  return (
    <>
      {(['leads', 'onDuty'] as const).map((party) => (
        <Checkbox
          key={party}
          label={t(`rules.party.${party}`)}
          checked={action[party]}
          onChange={(event) => onChange({ ...action, [party]: event.currentTarget.checked })}
        />
      ))}
      <MultiSelect
        aria-label={t('rules.whom')}
        placeholder={action.userIds.length === 0 ? t('rules.alsoWhom') : ''}
        searchable
        data={people}
        value={action.userIds}
        onChange={(userIds) => onChange({ ...action, userIds })}
      />
      <TextInput
        aria-label={t('rules.notifyText')}
        placeholder={t('rules.notifyText')}
        className={classes.grow ?? ''}
        value={action.text}
        onChange={(event) => onChange({ ...action, text: event.currentTarget.value })}
      />
      <Checkbox
        label={t('rules.overridesQuiet')}
        checked={action.overridesQuiet}
        onChange={(event) => onChange({ ...action, overridesQuiet: event.currentTarget.checked })}
      />
    </>
  );
}
