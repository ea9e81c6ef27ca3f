import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { ActionValue } from './action-value.tsx';
import { actionKinds, actionOf, type RuleAction } from './rule-types.ts';

type Props = {
  value: RuleAction[];
  /** The rule itself, which cannot run itself. */
  ownId: string | undefined;
  onChange: (actions: RuleAction[]) => void;
};

/** What a rule does, one thing after the other. */
export function ActionsEditor({ value, ownId, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.acts}>
      <legend>{t('rules.does')}</legend>
      {value.map((action, at) => {
        const name = t(`rules.action.${action.kind}`);
        return (
          <div key={at} className={classes.row}>
            <NativeSelect
              aria-label={t('rules.actionLabel')}
              value={action.kind}
              onChange={(event) => onChange(value.with(at, actionOf(event.currentTarget.value)))}
              data={[...new Set([...actionKinds, action.kind])].map((kind) => ({
                value: kind,
                label: t(`rules.action.${kind}`),
              }))}
            />
            <ActionValue
              action={action}
              ownId={ownId}
              label={name}
              onChange={(next) => onChange(value.with(at, next))}
            />
            {value.length > 1 && (
              <ActionIcon
                aria-label={t('rules.removeAction', { name })}
                onClick={() => onChange(value.toSpliced(at, 1))}
              >
                <IconX size={15} />
              </ActionIcon>
            )}
          </div>
        );
      })}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...value, actionOf('tags')])}
      >
        {t('rules.addAction')}
      </Button>
    </fieldset>
  );
}
