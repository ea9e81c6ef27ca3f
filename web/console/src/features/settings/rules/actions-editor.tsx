import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOwnFields } from '../../../lib/own-fields.ts';
import { useFollowFocus } from '../../../lib/use-follow-focus.ts';
import classes from '../settings.module.css';
import { ActionValue } from './action-value.tsx';
import { actionKinds, actionOf, type RuleAction } from './rule-types.ts';

type Props = {
  value: RuleAction[];
  /** The rule itself, which cannot run itself. */
  ownId: string | undefined;
  onChange: (actions: RuleAction[]) => void;
  /** By place: `actions.0`, `actions.0.url`. */
  errors: Readonly<Record<string, string>>;
};

/** What a rule does, one thing after the other. */
export function ActionsEditor({ value, ownId, onChange, errors }: Props) {
  const { t } = useTranslation();
  const hasOwn = useOwnFields().length > 0;
  const offered = actionKinds.filter((kind) => kind !== 'own' || hasOwn);
  const follow = useFollowFocus<HTMLFieldSetElement>(value.length, ':scope > div');
  const wrongAt = (at: number) =>
    Object.entries(errors).find(([path]) => `${path}.`.startsWith(`actions.${at}.`))?.[1];
  return (
    <fieldset ref={follow} className={classes.acts}>
      <legend>{t('rules.does')}</legend>
      {value.map((action, at) => {
        const name = t(`rules.action.${action.kind}`);
        return (
          <div key={at} className={classes.row}>
            <NativeSelect
              aria-label={t('rules.actionLabel')}
              value={action.kind}
              onChange={(event) => onChange(value.with(at, actionOf(event.currentTarget.value)))}
              data={[...new Set([...offered, action.kind])].map((kind) => ({
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
            {wrongAt(at) && (
              <p role="alert" className={classes.error} style={{ flexBasis: '100%' }}>
                {wrongAt(at)}
              </p>
            )}
          </div>
        );
      })}
      <Button
        data-adds
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
