import { ActionIcon, Button, NativeSelect, Select, TagsInput, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTags, useTeams, useUsers } from '../../../lib/refs.ts';
import classes from '../settings.module.css';
import { usePartFocus } from '../use-part-focus.ts';
import { priorities } from './draft.ts';
import own from './sla.module.css';
import type { ActKind, EscalationAct } from './step-draft.ts';

type Props = { value: readonly EscalationAct[]; onChange: (acts: EscalationAct[]) => void };

const kinds: readonly ActKind[] = ['team', 'assignee', 'priority', 'tags', 'note'];
const fresh: Readonly<Record<ActKind, EscalationAct>> = {
  team: { kind: 'team', value: '' },
  assignee: { kind: 'assignee', value: '' },
  priority: { kind: 'priority', value: 'up' },
  tags: { kind: 'tags', add: [] },
  note: { kind: 'note', text: '' },
};

/** What a step does with the ticket, each act at most once. */
export function StepActs({ value, onChange }: Props) {
  const { t } = useTranslation();
  const list = usePartFocus<HTMLDivElement>(value.map(({ kind }) => kind));
  const absent = kinds.filter((kind) => value.every((act) => act.kind !== kind));
  return (
    <div className={own.acts}>
      <div ref={list} className={own.acts}>
        {value.map((act, at) => (
          <div key={act.kind} className={own.act}>
            <ActValue act={act} onChange={(next) => onChange(value.with(at, next))} />
            <ActionIcon
              aria-label={t('sla.removeAct', { name: t(`sla.act.${act.kind}`) })}
              onClick={() => onChange(value.toSpliced(at, 1))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        ))}
      </div>
      <div className={classes.row}>
        {absent.map((kind) => (
          <Button
            key={kind}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...value, fresh[kind]])}
          >
            {t(`sla.act.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

type ActProps = { act: EscalationAct; onChange: (act: EscalationAct) => void };

function ActValue({ act, onChange }: ActProps): ReactNode {
  const { t } = useTranslation();
  const tags = useTags().data ?? [];
  const label = t(`sla.act.${act.kind}`);
  switch (act.kind) {
    case 'team':
    case 'assignee':
      return <Chosen act={act} onChange={onChange} />;
    case 'priority':
      return (
        <NativeSelect
          label={label}
          value={act.value}
          data={['up', ...priorities].map((each) => ({
            value: each,
            label: each === 'up' ? t('sla.priorityUp') : t(`sla.level.${each}`),
          }))}
          onChange={(event) =>
            onChange({ kind: 'priority', value: event.currentTarget.value as typeof act.value })
          }
        />
      );
    case 'tags':
      return (
        <TagsInput
          label={label}
          acceptValueOnBlur
          data={tags.map(({ name }) => name)}
          value={act.add}
          onChange={(add) => onChange({ kind: 'tags', add })}
        />
      );
    default:
      return (
        <Textarea
          label={label}
          autosize
          minRows={2}
          value={act.text}
          onChange={(event) => onChange({ kind: 'note', text: event.currentTarget.value })}
        />
      );
  }
}

function Chosen({
  act,
  onChange,
}: { act: EscalationAct & { value: string } } & Pick<ActProps, 'onChange'>) {
  const { t } = useTranslation();
  const teams = useTeams().data ?? [];
  const users = useUsers().data ?? [];
  const options = act.kind === 'team' ? teams : users.filter(({ active }) => active);
  return (
    <Select
      label={t(`sla.act.${act.kind}`)}
      searchable
      value={act.value || null}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(value) => onChange({ kind: act.kind as 'team' | 'assignee', value: value ?? '' })}
    />
  );
}
