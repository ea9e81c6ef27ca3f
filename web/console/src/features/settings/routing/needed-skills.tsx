import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { levels, type Draft } from './types.ts';
import { useSkills } from './use-routing-sentence.ts';

type Props = { value: Draft['skills']; onChange: (skills: Draft['skills']) => void };

/** What somebody must know to be given these tickets; nothing is offered while the company has no skills. */
export function NeededSkills({ value, onChange }: Props) {
  const { t } = useTranslation();
  const skills = useSkills().data ?? [];
  const free = skills.filter(({ id }) => value.every(({ skillId }) => skillId !== id));
  const [next] = free;
  if (skills.length === 0 && value.length === 0) {
    return null;
  }
  return (
    <fieldset className={classes.acts}>
      <legend>{t('routing.skills')}</legend>
      {value.map((needed, at) => {
        const own = skills.find(({ id }) => id === needed.skillId);
        const name = own?.name ?? '…';
        return (
          <div key={needed.skillId} className={classes.row}>
            <NativeSelect
              aria-label={t('routing.skill')}
              value={needed.skillId}
              data={[{ value: needed.skillId, label: name }].concat(
                free.map((skill) => ({ value: skill.id, label: skill.name })),
              )}
              onChange={(event) =>
                onChange(value.with(at, { ...needed, skillId: event.currentTarget.value }))
              }
            />
            <NativeSelect
              aria-label={t('routing.level', { name })}
              value={String(needed.level)}
              data={levels.map((level) => ({
                value: String(level),
                label: t('routing.fromLevel', { level }),
              }))}
              onChange={(event) =>
                onChange(value.with(at, { ...needed, level: Number(event.currentTarget.value) }))
              }
            />
            <ActionIcon
              aria-label={t('routing.removeSkill', { name })}
              onClick={() => onChange(value.toSpliced(at, 1))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        );
      })}
      {next && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...value, { skillId: next.id, level: 1 }])}
        >
          {t('routing.addSkill')}
        </Button>
      )}
    </fieldset>
  );
}
